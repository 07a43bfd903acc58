using CrimeAudit.V1;

namespace AuditCli.Import.Maps;

/// <summary>A change that a map can make.</summary>
/// <param name="Name">As in the contract's JSON: <c>crimeRecorded</c>.</param>
/// <param name="Begin">Sets the empty change.</param>
internal sealed record ChangeKind(string Name, Action<IncidentUpdate> Begin)
{
    public const string OffenceCode = "offenceCode";
    public const string Category = "category";

    public IReadOnlyList<ChangeField> Fields { get; init; } = [];

    /// <summary>Times beside the event time; all may be left out.</summary>
    public IReadOnlyList<(string Name, Action<IncidentUpdate, EventTime> Set)> Times { get; init; } = [];

    /// <summary>It has an offence: a map gives a code or a category.</summary>
    public bool HasOffence => Fields.Any(one => one.Name == OffenceCode);
}
