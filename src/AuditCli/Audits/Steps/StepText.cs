using System.Globalization;
using AuditCli.Support;
using CrimeAudit.V1;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;

namespace AuditCli.Audits.Steps;

/// <summary>The answer to a step in a line or a few.</summary>
internal static class StepText
{
    private static readonly string[] Said = ["entry_index", "accepted_time", "replayed"];

    public static string Of(IMessage answer)
    {
        MessageDescriptor descriptor = answer.Descriptor;
        return descriptor.FindFieldByName("audit")?.Accessor.GetValue(answer) is Audit audit
            ? AuditText.Line(audit)
            : string.Join('\n', new[] { Entry(answer) }.Concat(descriptor.Fields.InDeclarationOrder()
                .Where(f => !Said.Contains(f.Name) && IsSet(f, answer))
                .Select(f => $"  {f.Name}: {Value(f.Accessor.GetValue(answer))}")));
    }

    private static string Entry(IMessage answer)
    {
        FieldAccess read = new(answer);
        string replayed = read.Of<bool>("replayed") ? "; it was there already" : "";
        return string.Create(
            CultureInfo.InvariantCulture, $"entry {read.Of<long>("entry_index")}, accepted {TimeText.Second(read.Of<Timestamp>("accepted_time"))}{replayed}");
    }

    private static bool IsSet(FieldDescriptor field, IMessage answer) => field.Accessor.GetValue(answer) switch
    {
        null or "" or 0L => false,
        System.Collections.ICollection many => many.Count > 0,
        _ => true,
    };

    private static string Value(object value) => value switch
    {
        IMessage message => JsonFormatter.Default.Format(message),
        System.Collections.IEnumerable many and not string => string.Join(", ", many.Cast<object>().Select(Value)),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private readonly record struct FieldAccess(IMessage Message)
    {
        public T Of<T>(string field) => (T)Message.Descriptor.FindFieldByName(field).Accessor.GetValue(Message);
    }
}
