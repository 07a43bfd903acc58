using AuditCli.Import.Rows;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace AuditCli.Import.Maps;

/// <summary>One update that a row can make.</summary>
internal sealed record UpdateMap(ChangeKind Kind, IdentityMap Identity, TimeMap At)
{
    /// <summary>All must hold; none: every row makes it.</summary>
    public IReadOnlyList<Condition> Conditions { get; init; } = [];

    public IReadOnlyList<(ChangeField Field, ValueMap Value)> Fields { get; init; } = [];

    public IReadOnlyList<(Action<IncidentUpdate, EventTime> Set, TimeMap Time)> Times { get; init; } = [];

    public bool AppliesTo(Row row) => Conditions.All(condition => condition.Holds(row));

    /// <summary>Makes the update; null, and problems, when the row will not do.</summary>
    /// <param name="row">The row.</param>
    /// <param name="force">Slug of its force; null when that is a problem already.</param>
    /// <param name="sentBy">The system that tells.</param>
    /// <param name="problems">Gets everything that is wrong.</param>
    public IncidentUpdate? Make(Row row, string? force, string sentBy, RowProblems problems)
    {
        string reference = Identity.Reference(row, problems);
        EventTime? at = At.Read(row, problems);

        // The request id is made of the content: told again, the same fact is a replay.
        IncidentUpdate update = IncidentUpdates.Of(
            force ?? "", Identity.SourceSystem, reference, at ?? new EventTime(), making => Fill(making, row, reference, problems), sentBy);
        return problems.Any ? null : update;
    }

    private void Fill(IncidentUpdate update, Row row, string reference, RowProblems problems)
    {
        Kind.Begin(update);
        foreach ((ChangeField field, ValueMap value) in Fields)
        {
            string text = value.Read(row, reference, problems);
            if (value.Split is null)
            {
                Set(update, field, value, text, problems);
                continue;
            }

            foreach (string element in text.Split(value.Split, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                Set(update, field, value, element, problems);
            }
        }

        foreach ((Action<IncidentUpdate, EventTime> set, TimeMap time) in Times)
        {
            if (time.Read(row, problems) is { } read)
            {
                set(update, read);
            }
        }
    }

    private static void Set(IncidentUpdate update, ChangeField field, ValueMap value, string text, RowProblems problems)
    {
        if (text.Length > 0 && field.Set(update, text) is { } problem)
        {
            problems.Add($"column '{value.Column}': {problem}");
        }
    }
}
