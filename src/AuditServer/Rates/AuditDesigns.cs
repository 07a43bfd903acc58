using AuditServer.Audits;
using AuditServer.Audits.Quality;
using AuditServer.Errors;
using AuditServer.Security;
using Microsoft.Extensions.Caching.Memory;

namespace AuditServer.Rates;

/// <summary>
/// Reads what estimates rest on, for those who may be told. What was read last of an audit is kept for the next question, which uses it
/// only when its own snapshot shows that the audit has not moved since.
/// </summary>
internal sealed class AuditDesigns(IAuditReads reads) : IDisposable
{
    /// <summary>
    /// Items, distinct reviews and their decisions: ten audits of ten thousand items whose reviews say much the same. An item takes some
    /// 70 bytes, a review or a decision a few hundred, so that is 7 MB, and 50 MB at most. A larger audit is read for each question.
    /// </summary>
    private const long Most = 100_000;

    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = Most });

    /// <summary>The design of an audit as of now, without names of units, records and persons.</summary>
    /// <param name="auditId">The audit.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="permit">Throws unless the caller may ask about an audit of a force.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <exception cref="Fault">UNKNOWN_AUDIT, FORCE_NOT_PERMITTED; AUDIT_STATE: it has no sample; or it is not FINAL, and the caller reviews
    /// in it, could be given a report of it, or is of the force.</exception>
    public async Task<AuditDesign> ReadAsync(string auditId, Caller caller, Action<string> permit, CancellationToken cancel)
    {
        await using IAuditSnapshot snapshot = await reads.SnapshotAsync(cancel);
        return await ReadAsync(snapshot, auditId, caller, permit, cancel);
    }

    /// <summary>As <see cref="ReadAsync(string, Caller, Action{string}, CancellationToken)"/>, of the moment of a snapshot.</summary>
    /// <exception cref="Fault">UNKNOWN_AUDIT, FORCE_NOT_PERMITTED, AUDIT_STATE.</exception>
    public async Task<AuditDesign> ReadAsync(
        IAuditSnapshot snapshot, string auditId, Caller caller, Action<string> permit, CancellationToken cancel)
    {
        AuditRecord audit = await OpenAsync(snapshot, auditId, caller, permit, cancel);
        if (kept.TryGetValue(audit.No, out KeptDesign? last) && await last!.IsOfAsync(snapshot, audit, cancel))
        {
            return new AuditDesign(audit, snapshot.Head, last.Strata);
        }

        var reviews = new BareReviews();
        AuditDesign design = await AuditDesign.ReadAsync(snapshot, audit, reviews, cancel);
        if (await KeptDesign.OfAsync(snapshot, design, reviews.Size, cancel) is { } now)
        {
            kept.Set(audit.No, now, new MemoryCacheEntryOptions { Size = now.Size });
        }

        return design;
    }

    /// <summary>The design with the units and everything that the reviews say. It is read from the log, whatever is kept.</summary>
    /// <param name="auditId">The audit.</param>
    /// <param name="caller">Who asks; null where it is told to nobody before the audit is final.</param>
    /// <param name="permit">Throws unless the caller may ask about an audit of a force.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <exception cref="Fault">UNKNOWN_AUDIT, FORCE_NOT_PERMITTED, AUDIT_STATE.</exception>
    public async Task<AuditDesign> ReadWholeAsync(string auditId, Caller? caller, Action<string> permit, CancellationToken cancel)
    {
        await using IAuditSnapshot snapshot = await reads.SnapshotAsync(cancel);
        return await AuditDesign.ReadAsync(snapshot, await OpenAsync(snapshot, auditId, caller, permit, cancel), bare: null, cancel);
    }

    /// <inheritdoc/>
    public void Dispose() => kept.Dispose();

    private static async Task<AuditRecord> OpenAsync(
        IAuditSnapshot snapshot, string auditId, Caller? caller, Action<string> permit, CancellationToken cancel)
    {
        AuditRecord audit = await snapshot.RequireAsync(auditId, cancel);
        permit(audit.Force);
        AuditTransitions.Require(audit.Document, AuditStep.Estimate);
        if (caller is not null)
        {
            await AuditBlindness.RequireAsync(snapshot, audit, caller, cancel);
        }

        return audit;
    }
}
