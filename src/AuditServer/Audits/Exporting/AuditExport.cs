using AuditCore.Evidence;
using AuditServer.Audits.Frames;
using AuditServer.Errors;
using AuditServer.Ledger;
using AuditServer.Security;
using AuditServer.Sequencing;
using CrimeAudit.V1;
using Grpc.Core;

namespace AuditServer.Audits.Exporting;

/// <summary>
/// Writes evidence bundles. Everything in one is as of one signed checkpoint: steps after it are left out, and steps up to it never
/// change, so they are read a page at a time, each page in a snapshot of its own.
/// </summary>
internal sealed class AuditExport(IAuditReads audits, ILedgerReads ledger, CheckpointSigner signer)
{
    private const int Page = 1_000;

    /// <exception cref="Fault">INVALID_FIELDS, UNKNOWN_AUDIT, AUDIT_STATE, FORCE_NOT_PERMITTED, LEDGER_DAMAGED.</exception>
    public async Task RunAsync(
        ExportAuditRequest request, Caller caller, Action<string> permit, IServerStreamWriter<ExportAuditResponse> responses, CancellationToken cancel)
    {
        var violations = new Violations();
        violations.Name("audit_id", request.AuditId);
        violations.ThrowIfAny();
        AuditRecord audit = await audits.RequireAsync(request.AuditId, cancel);
        permit(audit.Force);
        RequireNoReviewer(audit, caller);

        SignedTree tree = await LatestAsync(cancel);
        var bundle = new BundleWriter(responses, cancel);
        await bundle.WriteAsync(new BundleHeader(BundleText.Format, audit.Id, audit.Force));
        await bundle.WriteAsync(new BundleCheckpoint(tree.Note.ToString()));
        SampleSizes sizes = await WriteStepsAsync(bundle, audit, tree, cancel);
        // Only once a step says so is the frame the one that counts.
        await new BundleUnitsWriter(bundle).WriteAsync(audit, sizes, sizes.HasFrame ? await FrameAsync(audit, cancel) : []);
        await bundle.EndAsync();
    }

    /// <summary>A bundle tells who found what, so nobody has one who may still be given a report of the audit to review blind.</summary>
    private static void RequireNoReviewer(AuditRecord audit, Caller caller)
    {
        if (caller.Is(Role.Auditor) && !audit.Document.IsOver())
        {
            throw Faults.AuditState(
                audit.Id, AuditTransitions.NameOf(audit.Document.State), "whoever is an auditor too is given its evidence once it has ended");
        }
    }

    /// <summary>The unit ids of the frame. Of a report that was erased neither digest nor ticket can be worked out from its id any more.</summary>
    /// <exception cref="Fault">ENTRY_REDACTED.</exception>
    private async Task<IReadOnlyList<IReadOnlyList<string>>> FrameAsync(AuditRecord audit, CancellationToken cancel)
    {
        IReadOnlyList<IReadOnlyList<FrameUnit>> frame = await FrozenFrame.ReadAsync(audits, audit, cancel);
        return frame.Any(units => units.Any(u => u.Erased is not null))
            ? throw Faults.EvidenceErased(audit.Id)
            : [.. frame.Select(units => units.Select(u => u.UnitId).ToList())];
    }

    private async Task<SignedTree> LatestAsync(CancellationToken cancel)
    {
        await using ILedgerSnapshot snapshot = await ledger.SnapshotAsync(cancel);
        return (await LedgerProofs.OfAsync(snapshot, signer, cancel)).Latest;
    }

    private async Task<SampleSizes> WriteStepsAsync(BundleWriter bundle, AuditRecord audit, SignedTree tree, CancellationToken cancel)
    {
        var sizes = new SampleSizes();
        for (long next = audit.No; ;)
        {
            IReadOnlyList<ProvedEntry> page = await ProveAsync(audit.Source, next, tree, cancel);
            foreach (ProvedEntry proved in page)
            {
                StoredEntry entry = proved.Entry.RedactedBy is null ? proved.Entry : throw Faults.EvidenceErased(audit.Id);
                sizes.Take(AuditEvent.Parser.ParseFrom(entry.Payload));
                await bundle.WriteAsync(new BundleEntry(entry.Index, proved.LeafText, entry.Salt, entry.Payload, proved.Path));
            }

            if (page.Count < Page)
            {
                return sizes;
            }

            next = page[^1].Entry.Index + 1;
        }
    }

    private async Task<IReadOnlyList<ProvedEntry>> ProveAsync(SourceName source, long fromIndex, SignedTree tree, CancellationToken cancel)
    {
        await using ILedgerSnapshot snapshot = await ledger.SnapshotAsync(cancel);
        LedgerProofs proofs = await LedgerProofs.OfAsync(snapshot, signer, cancel);
        await proofs.RequireHoldsAsync(tree, cancel);
        List<ProvedEntry> proved = [];
        foreach (StoredEntry entry in await snapshot.ReadEntriesAsync(source, fromIndex, Page, cancel))
        {
            if (entry.Index < tree.Size)
            {
                proved.Add(await ProvedEntry.OfAsync(proofs, entry, tree, cancel));
            }
        }

        return proved;
    }
}
