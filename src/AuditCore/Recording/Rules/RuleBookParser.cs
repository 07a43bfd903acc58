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
        JsonFields subClasses = fields.Object("subClasses");
        JsonFields classes = fields.Object("classes");
        JsonFields reporters = fields.Object("reporterKinds");
        IReadOnlyDictionary<string, int> bySubClass = subClasses.Points();
        foreach (string unknown in bySubClass.Keys.Where(s => OffenceSubClasses.Find(s) != s))
        {
            subClasses.Refuse(unknown, "is not a sub class of the offence list");
        }

        Dictionary<OffenceClass, int> byClass = [];
        foreach ((string slug, int points) in classes.Points())
        {
            if (OffenceClasses.FromSlug(slug) is { } offenceClass)
            {
                byClass.Add(offenceClass, points);
            }
            else
            {
                classes.Refuse(slug, "is not an offence class");
            }
        }

        Dictionary<ReporterKind, int> byReporter = [];
        foreach ((string name, int points) in reporters.Points())
        {
            if (reporters.ValueOf<ReporterKind>(name, name, RuleEnums.ReporterKind) is { } kind)
            {
                byReporter.Add(kind, points);
            }
        }

        IReadOnlyDictionary<string, int> qualifiers = fields.Object("qualifiers").Points();
        fields.Done();
        return new UrgencyTable(
            System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary(bySubClass, StringComparer.Ordinal),
            System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary(byClass),
            System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary(qualifiers, StringComparer.Ordinal),
            System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary(byReporter));
    }
}
