using AuditCore.Recording;
using AuditCore.Sampling;
using AuditServer.Errors;
using AuditServer.Incidents;
using CrimeAudit.V1;
using Change = CrimeAudit.V1.IncidentUpdate.ChangeOneofCase;

namespace AuditServer.Audits.Reviews;

/// <summary>
/// The force's records as reviews judge them: as of the freeze. After the draw the force could mend exactly what was drawn, so
/// what it told later is kept apart and never counts.
/// </summary>
internal sealed class FrozenRecords(IAuditReads reads, IIncidentReads incidents, IRecordingReference reference)
{
    /// <summary>What a record says of a unit.</summary>
    /// <param name="audit">The audit, frozen.</param>
    /// <param name="unitId">The unit.</param>
    /// <param name="blind">Without the force's final codes.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async ValueTask<FrozenRecord> ReadAsync(Audit audit, string unitId, bool blind, CancellationToken cancel)
    {
        (IncidentName name, LoggedUpdate[] then, LoggedUpdate[] later, ILookup<long, long?> redactions) =
            await SplitAsync(audit, unitId, cancel);
        LoggedUpdate[] shown = blind ? [.. then.Where(u => !IsFinalCode(u.Update))] : then;
        IncidentState state = IncidentFold.Of(shown, reference);
        return new FrozenRecord(
            state.ToMessage(name, reference, audit.Frame.FrozenTime.ToDateTimeOffset()),
            [.. shown.Select(u => u.ToMessage(state.WithdrawnEntries.Contains(u.Index), redactions[u.Index].Single()))],
            blind ? [] : [.. later.Select(u => u.ToMessage(withdrawn: false, redactions[u.Index].Single()))])
        {
            Judged = JudgedUpdate.Of(UnitId.Parse(unitId), shown, state) is { } judged
                ? judged.ToMessage(withdrawn: false, redactions[judged.Index].Single())
                : null,
        };
    }

    /// <summary>The state of a unit's record as of the freeze, with all that the force made of it until then.</summary>
    public async ValueTask<IncidentState> StateAsync(Audit audit, string unitId, CancellationToken cancel) =>
        IncidentFold.Of((await SplitAsync(audit, unitId, cancel)).Then, reference);

    /// <summary>Throws when a review rests on a crime record that the force made only after the freeze.</summary>
    /// <exception cref="Fault">INVALID_FIELDS.</exception>
    public async ValueTask RequireJudgedAsOfFreezeAsync(string auditId, string unitId, Review review, CancellationToken cancel)
    {
        if (review.FindingCase != Review.FindingOneofCase.Crimes || review.Crimes.Decisions.All(d => d.CrimeRef.Length == 0))
        {
            return;
        }

        Audit? audit = await FindAsync(auditId, unitId, cancel);
        if (audit is null)
        {
            return;
        }

        (_, LoggedUpdate[] then, LoggedUpdate[] later, _) = await SplitAsync(audit, unitId, cancel);
        HashSet<string> known = [.. then.Where(IsRecorded).Select(u => u.Update.CrimeRecorded.CrimeRef)];
        HashSet<string> made = [.. later.Where(IsRecorded).Select(u => u.Update.CrimeRecorded.CrimeRef).Where(c => !known.Contains(c))];
        var violations = new Violations();
        for (int i = 0; i < review.Crimes.Decisions.Count; i++)
        {
            string crime = review.Crimes.Decisions[i].CrimeRef;
            if (made.Contains(crime))
            {
                violations.Add($"review.crimes.decisions[{i}].crime_ref", $"'{crime}' was recorded after the freeze, and never counts");
            }
        }

        violations.ThrowIfAny();
    }

    /// <summary>The audit, where the unit is in its sample; otherwise the turn says what is wrong.</summary>
    private async ValueTask<Audit?> FindAsync(string auditId, string unitId, CancellationToken cancel)
    {
        await using IAuditSnapshot snapshot = await reads.SnapshotAsync(cancel);
        return await snapshot.FindAsync(auditId, cancel) is { Document.Frame: not null } audit
            && await snapshot.FindItemAsync(audit.No, unitId, cancel) is not null
                ? audit.Document
                : null;
    }

    private async ValueTask<(IncidentName Name, LoggedUpdate[] Then, LoggedUpdate[] Later, ILookup<long, long?> Redactions)> SplitAsync(
        Audit audit, string unitId, CancellationToken cancel)
    {
        UnitId unit = UnitId.Parse(unitId);
        var name = new IncidentName(unit.Force, unit.SourceSystem, unit.Reference);
        (KnownIncident? incident, _) = await incidents.ReadAsync(name, cancel);
        ILookup<bool, LoggedUpdate> updates = incident!.Updates.Select(u => u.ToLogged()).ToLookup(u => u.Index < audit.Frame.TreeSize);
        return (name, [.. updates[true]], [.. updates[false]], incident.Updates.ToLookup(u => u.Index, u => u.RedactedBy));
    }

    private static bool IsRecorded(LoggedUpdate update) => update.Update.ChangeCase == Change.CrimeRecorded;

    /// <summary>What the force made of the report in the end: how it closed it, and what it re-coded it to.</summary>
    private static bool IsFinalCode(IncidentUpdate update) => update.ChangeCase is Change.Closed or Change.Recoded or Change.Reopened;
}

/// <summary>A record as of the freeze, and what was told after it.</summary>
internal sealed record FrozenRecord(
    Incident Incident, IReadOnlyList<HistoryEntry> History, IReadOnlyList<HistoryEntry> RecordedAfterFreeze)
{
    /// <summary>Of a cancelled crime or an N100: the update that is judged; null for a report.</summary>
    public HistoryEntry? Judged { get; init; }
}
