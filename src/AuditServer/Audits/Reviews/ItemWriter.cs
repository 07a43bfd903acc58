using AuditCore.Redaction;
using AuditServer.Errors;
using AuditServer.Sequencing;
using CrimeAudit.V1;

namespace AuditServer.Audits.Reviews;

/// <summary>Writes steps of items: the entry, the item that it makes, and the progress of the audit.</summary>
internal static class ItemWriter
{
    /// <exception cref="Fault">AUDIT_STATE or UNKNOWN_SAMPLE_ITEM; nothing was written.</exception>
    public static async ValueTask<WrittenStep> WriteAsync(
        Turn turn, RequestKey key, AuditRecord audit, AuditEvent step, byte[] stored, CancellationToken cancel)
    {
        AuditTransitions.Require(audit.Document, AuditEvents.StepOf(step));
        SampleItemRow item = await FindAsync(turn, audit, StepReferences.UnitOf(step)!, cancel);
        IReadOnlyList<LoggedStep> history = item.ReviewEntry is null ? [] : await HistoryAsync(turn, audit, item, cancel);
        SampleItemRow after = ItemCourse.After(audit.Document, item, history, step, new EntryPlace(turn.NextIndex, turn.AcceptedMicros));
        string? reserve = step.StepCase == AuditEvent.StepOneofCase.Unavailable
            ? await ReserveWriter.RequireNextAsync(turn, audit, item.Stratum, step.Unavailable.ReserveUnitId, cancel)
            : null;

        Entry entry = turn.Append(EntryKind.Audit, key, stored);
        turn.MarkWritten();
        Audit document = AuditFold.Moved(audit.Document, item, after);
        if (reserve is not null)
        {
            long position = document.Strata[item.Stratum].SampleSize + 1;
            await turn.Log.Audits.EnterReservesAsync(audit.No, item.Stratum, position, position, cancel);
            document = AuditFold.Enlarged(document, item.Stratum, 1);
        }

        await turn.Log.Audits.AddItemStepAsync(audit.No, item, entry.Index, cancel);
        await turn.Log.Audits.SaveItemAsync(audit.No, after, cancel);
        await turn.Log.Audits.SaveAsync(audit with { Document = document }, cancel);
        return new WrittenStep(entry, document);
    }

    /// <summary>An item by its unit, or, in a replay of what is left of a step, by its alias.</summary>
    /// <exception cref="Fault">UNKNOWN_SAMPLE_ITEM.</exception>
    public static async ValueTask<SampleItemRow> FindAsync(Turn turn, AuditRecord audit, string unitId, CancellationToken cancel)
    {
        SampleItemRow? item = ItemAlias.Read(unitId) is var (stratum, position)
            ? (await turn.Log.Audits.ReadItemsAsync(audit.No, new ItemRowRange(stratum, position, InReserve: false, 1), cancel)) is [{ } first]
                && first.Position == position
                ? first
                : null
            : await turn.Log.Audits.FindItemAsync(audit.No, unitId, cancel);
        return item ?? throw Faults.UnknownSampleItem(audit.Id, unitId);
    }

    /// <summary>What was done to an item, in this turn too.</summary>
    public static async ValueTask<IReadOnlyList<LoggedStep>> HistoryAsync(
        Turn turn, AuditRecord audit, SampleItemRow item, CancellationToken cancel)
    {
        IReadOnlyList<ItemStepRow> rows = await turn.Log.Audits.ReadItemStepsAsync(audit.No, item, cancel);
        return [.. rows.Select(r => r.Step ?? OfTurn(turn, r.EntryIndex))];
    }

    private static LoggedStep OfTurn(Turn turn, long index)
    {
        Entry entry = turn.Appended[(int)(index - turn.Log.Head.Size)];
        return new LoggedStep(index, entry.AcceptedMicros, AuditEvent.Parser.ParseFrom(entry.Payload));
    }
}
