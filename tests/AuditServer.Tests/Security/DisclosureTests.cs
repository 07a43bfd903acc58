using AuditServer.Security;
using AuditServer.Security.Accesses;
using AuditServer.Tests.Support;
using CrimeAudit.V1;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace AuditServer.Tests.Security;

/// <summary>
/// No answer in which a reference to an incident, a crime or a victim, or words about a case, can stand is given without the table having
/// decided what is kept of it.
/// </summary>
public sealed class DisclosureTests
{
    private static readonly HashSet<string> Telling =
    [
        "ref", "unit_id", "victim_ref", "alleged_ref", "alleged_refs", "crime_ref", "crime_refs", "rationale", "stored_bytes", "data",
        "reserve_unit_id", "unmatched_alleged_refs", "unmatched_crime_refs", "answered_by",
    ];

    public static TheoryData<string> Methods => [.. Contract.Rpcs.Select(rpc => rpc.Method)];

    [Theory]
    [MemberData(nameof(Methods))]
    public void An_answer_in_which_a_record_can_stand_is_noted_or_is_that_of_an_entry(string method)
    {
        string[] telling = [.. TellingFields(AnswerOf(method)).Order(StringComparer.Ordinal)];
        bool tells = AccessPolicy.DisclosureOf(method) != Disclosure.None;
        Assert.True(tells == telling.Length > 0, $"{method} is {AccessPolicy.DisclosureOf(method)}, and its answer holds: {string.Join(", ", telling)}");
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void What_an_answer_tells_is_known_exactly_where_it_is_noted(string method)
    {
        var empty = (IMessage)Activator.CreateInstance(AnswerOf(method).ClrType)!;
        bool isKnown = Record.Exception(() => AccessDescriptions.Of(RequestOf(method), empty)) is not ArgumentException { ParamName: "answer" };
        Assert.Equal(AccessPolicy.DisclosureOf(method) == Disclosure.Noted, isKnown);
    }

    [Fact]
    public void Only_calls_that_become_entries_are_left_to_the_log_itself() => Assert.Equal(
        ["BatchSubmitIncidents", "ReportUnavailable", "StreamIncidents", "SubmitIncident"],
        AccessPolicy.Methods.Where(m => AccessPolicy.DisclosureOf(m) == Disclosure.AsEntry).Select(m => m.Split('/')[2]).Order(StringComparer.Ordinal));

    private static IMessage RequestOf(string method) => (IMessage)Activator.CreateInstance(DescriptorOf(method).InputType.ClrType)!;

    private static MessageDescriptor AnswerOf(string method) => DescriptorOf(method).OutputType;

    private static MethodDescriptor DescriptorOf(string method)
    {
        string[] parts = method.TrimStart('/').Split('/');
        return new[]
        {
            IncidentService.Descriptor, AuditService.Descriptor, RateService.Descriptor, LedgerService.Descriptor, ReferenceService.Descriptor,
        }.Single(s => s.FullName == parts[0]).FindMethodByName(parts[1]);
    }

    private static HashSet<string> TellingFields(MessageDescriptor root)
    {
        var found = new HashSet<string>();
        var seen = new HashSet<MessageDescriptor>();
        var open = new Stack<MessageDescriptor>([root]);
        while (open.TryPop(out MessageDescriptor? message))
        {
            if (!seen.Add(message))
            {
                continue;
            }

            found.UnionWith(message.Fields.InDeclarationOrder().Where(f => Telling.Contains(f.Name)).Select(f => $"{message.Name}.{f.Name}"));
            foreach (FieldDescriptor field in message.Fields.InDeclarationOrder().Where(f => f.FieldType == FieldType.Message))
            {
                open.Push(field.MessageType);
            }
        }

        return found;
    }
}
