using System.Collections;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;

namespace Acceptance.Tests.Hostile;

/// <summary>
/// Values that went over the wire before, by the name of their field: the force of an answer is a force for a question, an
/// item's unit id one that can be reviewed. So random requests reach past the first check.
/// </summary>
internal sealed class SeenValues
{
    private const int MostOfAName = 60;

    // A page's token is asked for under another name than it is told.
    private const string NextPrefix = "next_";

    private readonly Dictionary<string, List<object>> values = [];

    /// <summary>Remembers every text, number and bytes in a message and in those within it.</summary>
    public void Remember(IMessage message)
    {
        foreach (FieldDescriptor field in message.Descriptor.Fields.InDeclarationOrder())
        {
            object value = field.Accessor.GetValue(message);
            foreach (object one in value is IList many ? many.Cast<object>() : [value])
            {
                Remember(field.Name, one);
            }
        }
    }

    /// <summary>Remembers a value of a field's name.</summary>
    public void Remember(string name, object? value)
    {
        switch (value)
        {
            case Timestamp:
                // Of another run it is another one.
                break;
            case IMessage inner:
                Remember(inner);
                break;
            case string { Length: > 0 } or long:
                Add(name, value);
                break;
            case int number:
                Add(name, (long)number);
                break;
            case ByteString { IsEmpty: false } bytes:
                Add(name, bytes.ToByteArray());
                break;
            default:
                // Flags, enums and decimals say nothing of what there is.
                break;
        }
    }

    /// <summary>A value of a name; null when none of the kind was seen.</summary>
    public T? Find<T>(string name, Random random)
        where T : class => values.TryGetValue(name, out List<object>? seen) && seen[random.Next(seen.Count)] is T found ? found : null;

    /// <summary>A number of a name; null when none was seen.</summary>
    public long? FindNumber(string name, Random random) => Find<object>(name, random) as long?;

    private void Add(string name, object value)
    {
        string asked = name.StartsWith(NextPrefix, StringComparison.Ordinal) ? name[NextPrefix.Length..] : name;
        List<object> seen = values.TryGetValue(asked, out List<object>? known) ? known : values[asked] = [];
        if (seen.Count < MostOfAName && !seen.Contains(value))
        {
            seen.Add(value);
        }
    }
}
