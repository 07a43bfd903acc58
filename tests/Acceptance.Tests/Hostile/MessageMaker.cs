using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;

namespace Acceptance.Tests.Hostile;

/// <summary>Makes messages of any type of the contract out of its descriptor.</summary>
/// <param name="plausible">Values that may be right.</param>
/// <param name="hostile">Values that are wrong, mostly.</param>
/// <param name="malice">Share of the fields that are hostile, 0 to 1.</param>
/// <param name="random">What is chosen.</param>
internal sealed class MessageMaker(PlausibleValues plausible, HostileValues hostile, double malice, Random random)
{
    private const int Deepest = 12;

    // Shares of what is left out, of lists that are endless, and of fields that are there once more.
    private const double Absent = 0.15;
    private const double Endless = 0.03;
    private const double Twice = 0.02;

    // Some lists are longer than any limit of the contract, and their messages smaller than the server's.
    private const int LongList = 1_200;
    private const int MostFields = 20_000;

    private static readonly DateTimeOffset Latest = new(2019, 6, 1, 0, 0, 0, TimeSpan.Zero);

    private int fields;

    /// <summary>A message of a type.</summary>
    public HostileMessage Make(MessageDescriptor type) => Make(type, depth: 0);

    private HostileMessage Make(MessageDescriptor type, int depth)
    {
        if (depth > Deepest || fields > MostFields)
        {
            return new HostileMessage(type, []);
        }

        if (type == Timestamp.Descriptor && !IsMalicious())
        {
            return TimeOf(Latest.AddMinutes(-random.Next(600_000)));
        }

        var made = new List<(FieldDescriptor, object)>();
        foreach (FieldDescriptor field in Chosen(type))
        {
            for (int left = Times(field); left > 0; left--)
            {
                fields++;
                made.Add((field, Value(field, depth)));
            }
        }

        return new HostileMessage(type, made);
    }

    private object Value(FieldDescriptor field, int depth) =>
        field.FieldType == FieldType.Message ? Make(field.MessageType, depth + 1)
        : IsMalicious() ? hostile.Of(field, random)
        : plausible.Of(field, random);

    /// <summary>One field of each choice, or several, which the contract forbids and the wire allows.</summary>
    private IEnumerable<FieldDescriptor> Chosen(MessageDescriptor type)
    {
        foreach (OneofDescriptor choice in type.Oneofs.Where(o => !o.IsSynthetic))
        {
            int number = random.NextDouble() < malice / 4 ? 3 : 1;
            for (int i = 0; i < number; i++)
            {
                yield return choice.Fields[random.Next(choice.Fields.Count)];
            }
        }

        foreach (FieldDescriptor field in type.Fields.InDeclarationOrder().Where(f => f.RealContainingOneof is null && !f.IsMap))
        {
            yield return field;
        }
    }

    private int Times(FieldDescriptor field)
    {
        if (random.NextDouble() < (field.HasPresence && field.FieldType != FieldType.Message ? 0.5 : Absent))
        {
            return 0;
        }

        bool likesLists = random.NextDouble() < Endless * malice;
        return field.IsRepeated ? (likesLists ? LongList : random.Next(4)) : random.NextDouble() < Twice * malice ? 2 : 1;
    }

    private bool IsMalicious() => random.NextDouble() < malice;

    private static HostileMessage TimeOf(DateTimeOffset at) => new(
        Timestamp.Descriptor, [(Timestamp.Descriptor.FindFieldByName("seconds"), at.ToUnixTimeSeconds())]);
}
