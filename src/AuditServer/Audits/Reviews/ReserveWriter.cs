using AuditCore.Ledger;
using AuditServer.Errors;
using AuditServer.Sequencing;
using CrimeAudit.V1;
using Google.Protobuf;

namespace AuditServer.Audits.Reviews;

/// <summary>Takes the next tickets of a stratum into its sample. They were staged before: a turn has no time to read a frame.</summary>
internal static class ReserveWriter
{
    /// <summary>The next tickets of a stratum; null when fewer are staged than asked for and left.</summary>
    public static async ValueTask<IReadOnlyList<SampleItemRow>?> NextAsync(
        Turn turn, AuditRecord audit, int stratum, long wanted, CancellationToken cancel)
    {
        FrameStratum frame = audit.Document.Strata[stratum];
        int number = (int)Math.Min(wanted, frame.FrameSize - frame.SampleSize);
        if (number == 0)
        {
            return [];
        }

        IReadOnlyList<SampleItemRow> next = await turn.Log.Audits.ReadItemsAsync(
            audit.No, new ItemRowRange(stratum, frame.SampleSize + 1, InReserve: true, number), cancel);
        return next.Count == number ? next : null;
    }

    /// <summary>Holds the reserve that a step names against the next ticket of the stratum.</summary>
    /// <returns>The reserve; null when the stratum has no more.</returns>
    public static async ValueTask<string?> RequireNextAsync(Turn turn, AuditRecord audit, int stratum, string named, CancellationToken cancel)
    {
        IReadOnlyList<SampleItemRow>? next = await NextAsync(turn, audit, stratum, 1, cancel);
        string unit = next switch
        {
            null => throw new InvalidOperationException($"No ticket is in reserve in stratum {stratum} of audit '{audit.Id}'."),
            [] => "",
            _ => next[0].UnitId,
        };
        bool isNamed = unit == named || (unit.Length > 0 && ItemAlias.Of(next![0]) == named);
        return isNamed ? unit.Length > 0 ? unit : null : throw StepMismatch.Of(audit, named, unit);
    }

    /// <summary>What enlarging a stratum says; null when its tickets are not staged.</summary>
    public static async ValueTask<SampleExtended?> ExtensionAsync(
        Turn turn, AuditRecord audit, string stratum, int additional, CancellationToken cancel)
    {
        int place = audit.Document.PlaceOf(stratum);
        if (place < 0)
        {
            throw Faults.InvalidFields([new Violation("stratum", $"audit '{audit.Id}' has no stratum '{stratum}'")]);
        }

        IReadOnlyList<SampleItemRow>? next = await NextAsync(turn, audit, place, additional, cancel);
        return next is null ? null : new SampleExtended
        {
            Stratum = stratum,
            Additional = additional,
            Drawn = next.Count,
            SampleSize = audit.Document.Strata[place].SampleSize + next.Count,
            SampleDigest = ByteString.CopyFrom(FrameDigestBuilder.OfLeaves(await LeavesAsync(turn, audit, next, cancel))),
        };
    }

    /// <summary>The leaves of units drawn. One that stands under a token, in a replay, has that of the id that it had.</summary>
    private static async ValueTask<IEnumerable<byte[]>> LeavesAsync(
        Turn turn, AuditRecord audit, IReadOnlyList<SampleItemRow> items, CancellationToken cancel)
    {
        IReadOnlyList<ErasedFrameUnit> erased = await turn.Log.Redactions.ReadErasedUnitsAsync(audit.No, cancel);
        Dictionary<string, byte[]> leaves = erased.ToDictionary(u => u.UnitId, u => u.LeafHash, StringComparer.Ordinal);
        return items.Select(i => leaves.GetValueOrDefault(i.UnitId) ?? FrameDigestBuilder.LeafOf(i.UnitId));
    }

    /// <summary>Writes the enlarging of a stratum.</summary>
    /// <exception cref="Fault">AUDIT_STATE, or another enlarging than the step says.</exception>
    public static async ValueTask<WrittenStep> ExtendAsync(
        Turn turn, RequestKey key, AuditRecord audit, AuditEvent step, byte[] stored, CancellationToken cancel)
    {
        AuditTransitions.Require(audit.Document, AuditStep.Extend);
        SampleExtended extended = step.Extended;
        SampleExtended? now = await ExtensionAsync(turn, audit, extended.Stratum, extended.Additional, cancel);
        if (!extended.Equals(now))
        {
            throw StepMismatch.Of(audit, $"{extended.Drawn} reports", $"{now?.Drawn ?? 0} reports");
        }

        Entry entry = turn.Append(EntryKind.Audit, key, stored);
        turn.MarkWritten();
        int place = audit.Document.PlaceOf(extended.Stratum);
        long from = audit.Document.Strata[place].SampleSize + 1;
        await turn.Log.Audits.EnterReservesAsync(audit.No, place, from, extended.SampleSize, cancel);
        Audit document = AuditFold.Enlarged(audit.Document, place, extended.Drawn);
        await turn.Log.Audits.SaveAsync(audit with { Document = document }, cancel);
        return new WrittenStep(entry, document);
    }
}
