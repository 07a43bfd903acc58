using Acceptance.Tests.Support;
using Google.Protobuf.Reflection;

namespace Acceptance.Tests.Hostile;

/// <summary>Values as an honest caller could send them: of what was seen before, of the field's name, or at least of its type.</summary>
internal sealed class PlausibleValues(SeenValues seen, string unique)
{
    private static readonly string[] Tags = ["domestic-abuse", "vulnerable", "rape", "repeat", "resolved", "no-crime", "noise"];

    private int fresh;

    /// <summary>A value of a field that is no message.</summary>
    public object Of(FieldDescriptor field, Random random) => field.FieldType switch
    {
        FieldType.String => Text(field.Name, random),
        FieldType.Bytes => seen.Find<byte[]>(field.Name, random) ?? new byte[32],
        FieldType.Bool => random.Next(2) == 0,
        FieldType.Double or FieldType.Float => random.Next(1, 100) / 100.0,
        FieldType.Enum => (long)field.EnumType.Values[random.Next(field.EnumType.Values.Count)].Number,
        _ => random.Next(3) == 0 ? random.Next(4) : seen.FindNumber(field.Name, random) ?? random.Next(200),
    };

    private string Text(string name, Random random) => name switch
    {
        "request_id" when random.Next(4) > 0 => $"{unique}-{fresh++}",
        "audit_id" when random.Next(12) == 0 => $"audit-{unique}-{fresh++}",
        "force" => random.Next(3) > 0 ? "kent" : "essex",
        "page_token" or "resume_token" => random.Next(2) == 0 ? "" : seen.Find<string>(name, random) ?? "",
        "code" => random.Next(4) > 0 ? Codes.Violence : "100/01",
        "from_month" or "to_month" => $"2018-{random.Next(1, 13):00}",
        "window_from" or "from" => $"2018-{random.Next(1, 7):00}-01",
        "window_to" or "to" or "volumes_to" or "period_end" or "effective_on" => $"2018-{random.Next(7, 13):00}-30",
        "qualifiers" or "opening_code" or "closing_code" => Tags[random.Next(Tags.Length)],
        _ => seen.Find<string>(name, random) ?? Tags[random.Next(Tags.Length)],
    };
}
