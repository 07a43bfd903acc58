using System.Collections.Frozen;
using CrimeAudit.V1;

namespace AuditCore.Recording.Rules;

/// <summary>A rule of one version: what it demands, where it is written, and the parameters that its kind needs.</summary>
public sealed record RecordingRule
{
    /// <summary>Name that breaches cite: <c>c2-decider</c>. The same in every version.</summary>
    public required string Id { get; init; }

    /// <summary>What it looks at.</summary>
    public required RuleKind Kind { get; init; }

    /// <summary>How much a breach weighs.</summary>
    public required RuleSeverity Severity { get; init; }

    /// <summary>What it demands, in a sentence.</summary>
    public required string Title { get; init; }

    /// <summary>What puts a breach right.</summary>
    public required string Remedy { get; init; }

    /// <summary>Where it is written.</summary>
    public Citation Citation { get; init; } = Citation.None;

    /// <summary>Reasons of cancellation that it is about.</summary>
    public FrozenSet<CancellationReason> Reasons { get; init; } = [];

    /// <summary>Who may decide.</summary>
    public FrozenSet<DeciderKind> Deciders { get; init; } = [];

    /// <summary>Reporters that it is about.</summary>
    public FrozenSet<ReporterKind> ReporterKinds { get; init; } = [];

    /// <summary>Reasons not to record that do not excuse.</summary>
    public FrozenSet<NotRecordedReason> NotRecordedReasons { get; init; } = [];

    /// <summary>Reasons not to record that it is not about.</summary>
    public FrozenSet<NotRecordedReason> ExceptReasons { get; init; } = [];

    /// <summary>N-codes that it is about.</summary>
    public FrozenSet<string> ReportedIncidents { get; init; } = [];

    /// <summary>Home Office offence codes that it is about.</summary>
    public FrozenSet<string> OffenceCodes { get; init; } = [];

    /// <summary>Sub classes of the offence list that it is about; empty: all.</summary>
    public FrozenSet<string> SubClasses { get; init; } = [];

    /// <summary>Sub classes of the offence list that it is not about.</summary>
    public FrozenSet<string> ExceptSubClasses { get; init; } = [];

    /// <summary>Hours of tolerance, for the kinds that have one.</summary>
    public double Hours { get; init; }

    /// <summary>Whether it is about an offence of a sub class.</summary>
    /// <param name="subClass">Sub class, or null when the offence has none.</param>
    public bool Concerns(string? subClass) =>
        (SubClasses.Count == 0 || (subClass is not null && SubClasses.Contains(subClass))) &&
        (subClass is null || !ExceptSubClasses.Contains(subClass));
}
