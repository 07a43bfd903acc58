namespace AuditCore.Recording.Rules;

/// <summary>A version of the crime recording rules: the duties that a report made while it was in force falls under.</summary>
public sealed class RuleVersion
{
    private readonly RecordingRule[][] byKind = [.. Enum.GetValues<RuleKind>().Select(_ => Array.Empty<RecordingRule>())];
    private readonly IReadOnlyList<RecordingRule> rules = [];
    private readonly IReadOnlyList<Presumption> presumptions = [];

    /// <summary>Name by which decisions and breaches cite the version.</summary>
    public required string Name { get; init; }

    /// <summary>First day in force, in England and Wales; null for the oldest version held.</summary>
    public DateOnly? EffectiveFrom { get; init; }

    /// <summary>Start of that day in Europe/London, in UTC; null for the oldest version held.</summary>
    public DateTimeOffset? EffectiveFromInstant { get; init; }

    /// <summary>Elapsed time from the report within which a crime is to be recorded.</summary>
    public required TimeSpan RecordingDeadline { get; init; }

    /// <summary>The document.</summary>
    public required string Source { get; init; }

    /// <summary>Its rules.</summary>
    public required IReadOnlyList<RecordingRule> Rules
    {
        get => rules;
        init
        {
            rules = value;
            foreach (IGrouping<RuleKind, RecordingRule> kind in value.GroupBy(r => r.Kind))
            {
                byKind[(int)kind.Key] = [.. kind];
            }
        }
    }

    /// <summary>What it presumes of reports, the first that is likely coming first.</summary>
    public required IReadOnlyList<Presumption> Presumptions
    {
        get => presumptions;
        init
        {
            presumptions = value;
            PresumptionIndex = new PresumptionIndex(value);
        }
    }

    /// <summary>Reasons not to record that are no failures.</summary>
    public required IReadOnlyList<ExclusionRule> Exclusions { get; init; }

    internal PresumptionIndex PresumptionIndex { get; private init; } = new([]);

    /// <summary>Where the deadline is written.</summary>
    public Citation Deadline => OfKind(RuleKind.RecordedInTime) is [RecordingRule rule, ..] ? rule.Citation : Citation.None;

    /// <summary>The rules that look at something.</summary>
    /// <param name="kind">At what.</param>
    /// <returns>None when the version has no such rule.</returns>
    public IReadOnlyList<RecordingRule> OfKind(RuleKind kind) => byKind[(int)kind];

    /// <summary>The name.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;
}
