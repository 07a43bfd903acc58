using CrimeAudit.V1;
using Google.Protobuf.Reflection;

namespace Acceptance.Tests.Hostile;

/// <summary>Numbers the messages of a stream of updates as the contract wants it, where a message begins with 1 as a first one would.</summary>
internal static class StreamNumbers
{
    private static readonly FieldDescriptor First = StreamIncidentsRequest.Descriptor.FindFieldByNumber(StreamIncidentsRequest.FirstSequenceFieldNumber);

    /// <summary>Numbers the messages one after the other; those that were given another number keep it.</summary>
    public static void Set(HostileMessage[] messages)
    {
        long next = 1;
        for (int i = 0; i < messages.Length; i++)
        {
            messages[i] = messages[i] with { Fields = [.. messages[i].Fields.Select(f => f.Field == First && f.Value is 1L ? (f.Field, next) : f)] };
            next += messages[i].Fields.Count(f => f.Field.FieldNumber == StreamIncidentsRequest.UpdatesFieldNumber);
        }
    }
}
