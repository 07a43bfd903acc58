using System.Buffers.Binary;
using System.Text;

namespace AuditServer.Overdue;

/// <summary>
/// A place in the list of open crimes, worst first: most points, then the earliest deadline. Incident and reference decide
/// between equals. None of it changes while time goes on, so pages go on from it.
/// </summary>
internal readonly record struct OverduePosition(int Urgency, long DeadlineMicros, long IncidentId, string AllegedRef) : IComparable<OverduePosition>
{
    private const int Fixed = sizeof(int) + sizeof(long) + sizeof(long);

    /// <summary>A reference has 128 characters at most, of up to three bytes each.</summary>
    private const int MostBytes = Fixed + (3 * 128);

    /// <summary>Deadlines lie before the year 3000, whatever a token says.</summary>
    private const long MostMicros = 32_503_680_000_000_000;

    /// <summary>Before every crime of a list.</summary>
    public static OverduePosition Start { get; } = new(int.MaxValue, 0, -1, "");

    public static bool operator <(OverduePosition left, OverduePosition right) => left.CompareTo(right) < 0;

    public static bool operator >(OverduePosition left, OverduePosition right) => left.CompareTo(right) > 0;

    public static bool operator <=(OverduePosition left, OverduePosition right) => left.CompareTo(right) <= 0;

    public static bool operator >=(OverduePosition left, OverduePosition right) => left.CompareTo(right) >= 0;

    /// <summary>Reads what <see cref="ToBytes"/> wrote; null when it is not that.</summary>
    public static OverduePosition? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length is < Fixed or > MostBytes)
        {
            return null;
        }

        var position = new OverduePosition(
            BinaryPrimitives.ReadInt32BigEndian(bytes),
            BinaryPrimitives.ReadInt64BigEndian(bytes[sizeof(int)..]),
            BinaryPrimitives.ReadInt64BigEndian(bytes[(sizeof(int) + sizeof(long))..]),
            Encoding.UTF8.GetString(bytes[Fixed..]));
        return position.DeadlineMicros is >= 0 and <= MostMicros ? position : null;
    }

    public byte[] ToBytes()
    {
        byte[] bytes = new byte[Fixed + Encoding.UTF8.GetByteCount(AllegedRef)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, Urgency);
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(sizeof(int)), DeadlineMicros);
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(sizeof(int) + sizeof(long)), IncidentId);
        Encoding.UTF8.GetBytes(AllegedRef, bytes.AsSpan(Fixed));
        return bytes;
    }

    public int CompareTo(OverduePosition other)
    {
        int order = other.Urgency.CompareTo(Urgency);
        order = order != 0 ? order : DeadlineMicros.CompareTo(other.DeadlineMicros);
        order = order != 0 ? order : IncidentId.CompareTo(other.IncidentId);
        return order != 0 ? order : string.CompareOrdinal(AllegedRef, other.AllegedRef);
    }
}
