using Google.Protobuf.Reflection;

namespace Acceptance.Tests.Hostile;

/// <summary>Changes a sound message in a few places: takes a field away, doubles it, gives it another value, right or wrong.</summary>
internal sealed class Mutation(PlausibleValues plausible, HostileValues hostile, MessageMaker maker, Random random)
{
    private const string RequestId = "request_id";

    /// <summary>The message with a request id of its own, mostly, and changed in so many places.</summary>
    public HostileMessage Of(HostileMessage sound, int places)
    {
        HostileMessage changed = Renewed(sound);
        for (int i = 0; i < places; i++)
        {
            changed = Changed(changed);
        }

        return changed;
    }

    private HostileMessage Renewed(HostileMessage message) => message with
    {
        Fields = [.. message.Fields.Select(f => (f.Field, f.Value is HostileMessage inner ? Renewed(inner)
            : f.Field.Name == RequestId ? plausible.Of(f.Field, random)
            : f.Value))],
    };

    private HostileMessage Changed(HostileMessage message)
    {
        int places = Places(message);
        if (places == 0)
        {
            return maker.Make(message.Type);
        }

        int place = random.Next(places);
        return Changed(message, ref place);
    }

    private static int Places(HostileMessage message) => message.Fields.Sum(f => 1 + (f.Value is HostileMessage inner ? Places(inner) : 0));

    private HostileMessage Changed(HostileMessage message, ref int place)
    {
        var fields = new List<(FieldDescriptor, object)>();
        foreach ((FieldDescriptor field, object value) in message.Fields)
        {
            if (place-- == 0)
            {
                fields.AddRange(Replacements(field, value).Select(v => (field, v)));
            }
            else
            {
                fields.Add((field, place >= 0 && value is HostileMessage inner ? Changed(inner, ref place) : value));
            }
        }

        return message with { Fields = fields };
    }

    private object[] Replacements(FieldDescriptor field, object value) => random.Next(8) switch
    {
        0 => [],
        1 => [value, value],
        _ when field.FieldType == FieldType.Message => [maker.Make(field.MessageType)],
        2 or 3 => [plausible.Of(field, random)],
        _ => [hostile.Of(field, random)],
    };
}
