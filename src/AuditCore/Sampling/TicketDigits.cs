using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace AuditCore.Sampling;

/// <summary>Decimal digits of a 256-bit digest read as one big-endian number, least significant first.</summary>
internal static class TicketDigits
{
    private const int Limbs = 8;
    private const int ChunkDigits = 9;
    private const uint Chunk = 1_000_000_000;
    private const int LeastDigits = 64;

    /// <summary>What a one of each limb is modulo 10⁹: 2²²⁴ of the first, 2⁰ of the last. Four products with limbs fit into 64 bits.</summary>
    private static ReadOnlySpan<ulong> LimbWeights =>
        [610_249_216, 34_512_896, 932_542_976, 768_211_456, 543_950_336, 709_551_616, 294_967_296, 1];

    /// <summary>
    /// The first nine digits of the ticket as one number, first digit leading. Every ticket has at least 64 digits, so for two tickets
    /// with different leads the smaller lead is the smaller text: most units of a frame are ruled out by their lead alone.
    /// </summary>
    // Compiled well at once, as the lanes are: a server draws seldom, and so nearly always for the first time.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static uint Lead(ReadOnlySpan<byte> digest)
    {
        ulong high = 0;
        ulong low = 0;
        for (int i = 0; i < Limbs / 2; i++)
        {
            high += BinaryPrimitives.ReadUInt32BigEndian(digest[(4 * i)..]) * LimbWeights[i];
            low += BinaryPrimitives.ReadUInt32BigEndian(digest[(4 * (i + (Limbs / 2)))..]) * LimbWeights[i + (Limbs / 2)];
        }
        uint rest = (uint)(((high % Chunk) + (low % Chunk)) % Chunk);
        uint lead = 0;
        for (int i = 0; i < ChunkDigits; i++)
        {
            lead = (lead * 10) + (rest % 10);
            rest /= 10;
        }
        return lead;
    }

    /// <summary>All digits, by repeated division by 10⁹.</summary>
    public static string All(ReadOnlySpan<byte> digest)
    {
        Span<uint> number = stackalloc uint[Limbs];
        for (int i = 0; i < Limbs; i++)
            number[i] = BinaryPrimitives.ReadUInt32BigEndian(digest[(4 * i)..]);
        Span<char> digits = stackalloc char[10 * ChunkDigits];
        digits.Fill('0');
        for (int chunk = 0; number.ContainsAnyExcept(0u); chunk++)
        {
            // What a chunk leaves unwritten stays '0': its own leading zeros are digits of the number.
            int at = chunk * ChunkDigits;
            for (uint rest = Divide(number); rest != 0; rest /= 10)
                digits[at++] = (char)('0' + (rest % 10));
        }
        int significant = digits.LastIndexOfAnyExcept('0') + 1;
        return new string(digits[..Math.Max(LeastDigits, significant)]);
    }

    /// <summary>Divides the number in place by 10⁹ and returns the remainder.</summary>
    private static uint Divide(Span<uint> number)
    {
        ulong remainder = 0;
        for (int i = 0; i < number.Length; i++)
        {
            ulong part = (remainder << 32) | number[i];
            number[i] = (uint)(part / Chunk);
            remainder = part % Chunk;
        }
        return (uint)remainder;
    }
}
