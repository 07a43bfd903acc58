using AuditCore.Recording;
using AuditCore.Redaction;
using AuditServer.Errors;
using AuditServer.Incidents;
using AuditServer.Ledger;
using AuditServer.Sequencing;
using CrimeAudit.V1;
using Google.Protobuf;

namespace AuditServer.Redactions;

/// <summary>
/// Erases an incident inside a turn: every entry that speaks of it is left a residue under one set of tokens, the redaction that holds
/// the residues is appended, and the derived tables are brought to what the residues make of them.
/// </summary>
internal sealed class RedactionWriter(IRecordingReference reference, ISaltSource random)
{
    /// <exception cref="Fault">
    /// UNKNOWN_ENTRY, FORCE_NOT_PERMITTED, REQUEST_ID_REUSED, INVALID_FIELDS, ENTRY_REDACTED, ENTRY_IN_AUDIT; nothing was written.
    /// </exception>
    public async ValueTask<RedactionDone> WriteAsync(Turn turn, RedactionOrder order, CancellationToken cancel)
    {
        StoredEntry entry = await turn.Log.Redactions.FindAsync(order.EntryIndex, cancel)
            ?? throw Faults.UnknownEntry(ReceiptQuestion.Text(order.EntryIndex));
        RequireUpdate(entry);
        order.Permit(entry.Key.Force);
        return await FindReplayAsync(turn, order, entry.Key.Force, cancel)
            ?? await EraseAsync(turn, order, NameOf(turn, entry), cancel);
    }

    private static void RequireUpdate(StoredEntry entry)
    {
        if (entry.Kind != EntryKind.Incident)
        {
            throw Faults.InvalidFields(
            [
                new Violation(
                    "entry_index",
                    $"entry {entry.Index} is of kind {EntryKinds.NameOf(entry.Kind)}; name one that holds an update of the incident"),
            ]);
        }
    }

    private static async ValueTask<RedactionDone?> FindReplayAsync(
        Turn turn, RedactionOrder order, string force, CancellationToken cancel)
    {
        RequestKey key = RedactionKeys.Of(force, order.RequestId);
        if (!(await turn.FindAsync([key], cancel)).TryGetValue(key, out KnownEntry? known))
        {
            return null;
        }

        Redaction first = Redaction.Parser.ParseFrom(known.Payload);
        return order.IsSame(first)
            ? new RedactionDone(known.Index, known.AcceptedMicros, first.Entries, Replayed: true)
            : throw Faults.RequestIdReused(order.RequestId, known.Index);
    }

    private static IncidentName NameOf(Turn turn, StoredEntry entry) => (entry.RedactedBy ?? turn.ErasedBy(entry.Index)) is { } redaction
        ? throw Faults.EntryRedacted(entry.Index, redaction)
        : IncidentName.Of(IncidentUpdate.Parser.ParseFrom(entry.Payload));

    private async ValueTask<RedactionDone> EraseAsync(Turn turn, RedactionOrder order, IncidentName name, CancellationToken cancel)
    {
        HeldIncident incident = await HeldIncident.ReadAsync(turn, name, cancel);
        HeldAudits audits = await HeldAudits.ReadAsync(turn, name.Force, name.ToUnitId(), order.EntryIndex, cancel);
        ReferenceTokens tokens = ReferenceTokens.Of(
            [name.Ref, .. incident.References, .. audits.Over.SelectMany(a => a.References)], random.Next);
        IncidentName other = name with { Ref = tokens[name.Ref] };
        // One that goes under a token already stands under it in frames, too.
        IReadOnlyList<HeldAudit> moved = other == name ? [] : audits.Over;
        (EntryResidue Residue, bool IsStep)[] left =
        [
            .. incident.Residues(tokens).Select(r => (r, false))
                .Concat(audits.Over.SelectMany(a => a.Residues(other.ToUnitId(), tokens)).Select(r => (r, true)))
                .OrderBy(r => r.Item1.EntryIndex),
        ];

        RedactionDone done = Append(
            turn,
            order,
            name.Force,
            RedactionParts.Of(order, left, moved.Select(a => a.Erased(other.ToUnitId()).ToMessage(a.Audit.Id))));
        turn.MarkWritten();
        await SaveAsync(turn, incident, other, tokens, cancel);
        if (other != name)
        {
            await audits.EraseAsync(turn, name.ToUnitId(), other.ToUnitId(), cancel);
        }

        return done;
    }

    private static RedactionDone Append(Turn turn, RedactionOrder order, string force, IReadOnlyList<Redaction> parts)
    {
        Entry? first = null;
        foreach (Redaction part in parts)
        {
            Entry entry = turn.Append(EntryKind.Redaction, RedactionKeys.Of(force, order.RequestId, part.Part), part.ToByteArray());
            turn.Erase([.. part.Residues.Select(r => new Residue(r.EntryIndex, entry.Index, r.Residue.ToByteArray()))]);
            first ??= entry;
        }

        return new RedactionDone(first!.Index, first.AcceptedMicros, parts[0].Entries, Replayed: false);
    }

    /// <summary>The derived rows of the incident under its tokens. Nothing is counted anew: that must be what it was.</summary>
    private async ValueTask SaveAsync(
        Turn turn, HeldIncident incident, IncidentName other, ReferenceTokens tokens, CancellationToken cancel)
    {
        IncidentState before = incident.State(reference);
        IncidentState after = incident.State(reference, tokens);
        var counts = new RollupChanges();
        counts.Add(other.Force, before, -1);
        counts.Add(other.Force, after, +1);
        if (!counts.Deltas().IsEmpty)
        {
            throw new InvalidOperationException($"What is left of incident {incident.IncidentId} counts otherwise than what it was.");
        }

        if (other != incident.Name)
        {
            await turn.Log.Redactions.RenameIncidentAsync(incident.IncidentId, other.Ref, cancel);
        }

        await turn.Log.Incidents.SaveAsync([IncidentRow.Of(incident.IncidentId, other, after, before, reference)], cancel);
    }
}
