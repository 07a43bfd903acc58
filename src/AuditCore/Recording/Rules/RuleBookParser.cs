using System.Collections.Frozen;
using System.Text.Json;
using AuditCore.Reference;
using CrimeAudit.V1;

namespace AuditCore.Recording.Rules;

/// <summary>Reads the rules file: versions oldest first, each resting on the one before it.</summary>
internal sealed class RuleBookParser
{
    private const string What = "The recording rules";

    private readonly List<DataProblem> problems = [];

    public RuleBook Parse(string json)
    {
        using JsonDocument document = Open(json);
        var file = new JsonFields(document.RootElement, "", problems);
        string source = file.Text("source");
        var versions = new List<RuleVersion>();
        foreach (JsonFields fields in file.Objects("versions"))
        {
            versions.Add(new RuleVersionReader(fields, versions.LastOrDefault()).Read());
        }

        if (versions.Count == 0)
        {
            file.Refuse("versions", "hold no version");
        }

        UrgencyTable urgency = ReadUrgency(file.Object("urgency"));
        file.Done();
        ReferenceDataException.ThrowIfAny(What, problems);
        return new RuleBook(source, versions, urgency);
    }

    /// <exception cref="ReferenceDataException">The text is not JSON, or names a field twice.</exception>
    private JsonDocument Open(string json)
    {
        try
        {
            return JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
        }
        catch (JsonException wrong)
        {
            problems.Add(new DataProblem((int?)wrong.LineNumber + 1, wrong.Message));
            ReferenceDataException.ThrowIfAny(What, problems);
            throw;
        }
    }

    private static UrgencyTable ReadUrgency(JsonFields fields)
    {
        var table = new UrgencyTable(
            SubClasses(fields.Object("subClasses")).ToFrozenDictionary(StringComparer.Ordinal),
            Classes(fields.Object("classes")).ToFrozenDictionary(),
            fields.Object("qualifiers").Points().ToFrozenDictionary(StringComparer.Ordinal),
            Reporters(fields.Object("reporterKinds")).ToFrozenDictionary());
        fields.Done();
        return table;
    }

    private static IReadOnlyDictionary<string, int> SubClasses(JsonFields fields)
    {
        IReadOnlyDictionary<string, int> points = fields.Points();
        foreach (string unknown in points.Keys.Where(s => OffenceSubClasses.Find(s) != s))
        {
            fields.Refuse(unknown, "is not a sub class of the offence list");
        }

        return points;
    }

    private static Dictionary<OffenceClass, int> Classes(JsonFields fields)
    {
        Dictionary<OffenceClass, int> classes = [];
        foreach ((string slug, int points) in fields.Points())
        {
            if (OffenceClasses.FromSlug(slug) is { } offenceClass)
            {
                classes.Add(offenceClass, points);
            }
            else
            {
                fields.Refuse(slug, "is not an offence class");
            }
        }

        return classes;
    }

    private static Dictionary<ReporterKind, int> Reporters(JsonFields fields)
    {
        Dictionary<ReporterKind, int> reporters = [];
        foreach ((string name, int points) in fields.Points())
        {
            if (fields.ValueOf<ReporterKind>(name, name, RuleEnums.ReporterKind) is { } kind)
            {
                reporters.Add(kind, points);
            }
        }

        return reporters;
    }
}
