using System.Security.Cryptography;
using System.Text;
using CrimeAudit.V1;
using Google.Protobuf;

namespace CrimeAudit.Client;

/// <summary>Shorter forms of <see cref="IAuditClient"/>.</summary>
public static class AuditClientExtensions
{
    /// <summary>Plans an audit.</summary>
    /// <param name="audits">The client.</param>
    /// <param name="auditId">Made by the caller, unique for ever: 1 to 64 lower case letters, digits, hyphens.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The audit, planned.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    public static Task<CreateAuditResponse> CreateAsync(
        this IAuditClient audits, string auditId, AuditPlan plan, CancellationToken cancellationToken = default) =>
        audits.CreateAsync(new CreateAuditRequest { AuditId = auditId, Plan = plan }, cancellationToken);

    /// <summary>Commits to a secret before the freeze. The secret stays here: only its SHA-256 is sent.</summary>
    /// <param name="audits">The client.</param>
    /// <param name="auditId">Which audit.</param>
    /// <param name="requestId">Made by the caller; the same again is the same step.</param>
    /// <param name="secret">The secret, 16 to 256 characters; keep it for <see cref="RevealSeedAsync"/>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The audit; committed once both have.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    public static Task<CommitSeedResponse> CommitSeedAsync(
        this IAuditClient audits, string auditId, string requestId, string secret, CancellationToken cancellationToken = default)
    {
        byte[] commitment = SHA256.HashData(Encoding.UTF8.GetBytes(secret));
        return audits.CommitSeedAsync(
            new CommitSeedRequest { AuditId = auditId, RequestId = requestId, Commitment = ByteString.CopyFrom(commitment) }, cancellationToken);
    }

    /// <summary>Freezes the frame: one snapshot of the log now.</summary>
    /// <param name="audits">The client.</param>
    /// <param name="auditId">Which audit.</param>
    /// <param name="requestId">Made by the caller; the same again is the same step.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The audit, frozen.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    public static Task<FreezeFrameResponse> FreezeFrameAsync(
        this IAuditClient audits, string auditId, string requestId, CancellationToken cancellationToken = default) =>
        audits.FreezeFrameAsync(new FreezeFrameRequest { AuditId = auditId, RequestId = requestId }, cancellationToken);

    /// <summary>Reveals a committed secret, or states the witnessed seed.</summary>
    /// <param name="audits">The client.</param>
    /// <param name="auditId">Which audit.</param>
    /// <param name="requestId">Made by the caller; the same again is the same step.</param>
    /// <param name="reveal">The secret committed to, or the witnessed seed.</param>
    /// <param name="witnessStatement">Witnessed only: which event was witnessed, without names. Empty otherwise.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The audit; seeded once the seed is known.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    public static Task<RevealSeedResponse> RevealSeedAsync(
        this IAuditClient audits,
        string auditId,
        string requestId,
        string reveal,
        string witnessStatement = "",
        CancellationToken cancellationToken = default) =>
        audits.RevealSeedAsync(
            new RevealSeedRequest { AuditId = auditId, RequestId = requestId, Reveal = reveal, WitnessStatement = witnessStatement },
            cancellationToken);

    /// <summary>Draws the sample.</summary>
    /// <param name="audits">The client.</param>
    /// <param name="auditId">Which audit.</param>
    /// <param name="requestId">Made by the caller; the same again is the same step.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The audit, drawn.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    public static Task<DrawSampleResponse> DrawSampleAsync(
        this IAuditClient audits, string auditId, string requestId, CancellationToken cancellationToken = default) =>
        audits.DrawSampleAsync(new DrawSampleRequest { AuditId = auditId, RequestId = requestId }, cancellationToken);

    /// <summary>Lists the whole sample in stratum and ticket order.</summary>
    /// <param name="audits">The client.</param>
    /// <param name="auditId">Which audit.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The sampled reports, each once.</returns>
    /// <exception cref="CrimeAuditException">A page could not be read.</exception>
    public static IAsyncEnumerable<SampleItem> ListSampleItemsAsync(
        this IAuditClient audits, string auditId, CancellationToken cancellationToken = default) =>
        audits.ListSampleItemsAsync(new ListSampleItemsRequest { AuditId = auditId }, cancellationToken);

    /// <summary>Records the review of one sampled report.</summary>
    /// <param name="audits">The client.</param>
    /// <param name="auditId">Which audit.</param>
    /// <param name="requestId">Made by the caller; the same again is the same review.</param>
    /// <param name="unitId">Which report, as its sample item names it.</param>
    /// <param name="review">The review.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Where the log holds it.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    public static Task<SubmitReviewResponse> SubmitReviewAsync(
        this IAuditClient audits, string auditId, string requestId, string unitId, Review review, CancellationToken cancellationToken = default) =>
        audits.SubmitReviewAsync(
            new SubmitReviewRequest { AuditId = auditId, RequestId = requestId, UnitId = unitId, Review = review }, cancellationToken);

    /// <summary>Gives every review that is due to the named auditors, evenly.</summary>
    /// <param name="audits">The client.</param>
    /// <param name="auditId">Which audit.</param>
    /// <param name="requestId">Made by the caller; the same again is the same step.</param>
    /// <param name="reviewers">Who, with their home forces; none of the audited or a conflicting force.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>What each was given.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    public static Task<AssignReviewsResponse> AssignReviewsAsync(
        this IAuditClient audits, string auditId, string requestId, IEnumerable<Reviewer> reviewers, CancellationToken cancellationToken = default) =>
        audits.AssignReviewsAsync(
            new AssignReviewsRequest { AuditId = auditId, RequestId = requestId, Reviewers = { reviewers } }, cancellationToken);

    /// <summary>Follows the progress of an audit until it is final, abandoned or voided.</summary>
    /// <param name="audits">The client.</param>
    /// <param name="auditId">Which audit.</param>
    /// <param name="cancellationToken">Ends the watch.</param>
    /// <returns>How the audit stands, each time that it has moved, and heartbeats.</returns>
    /// <exception cref="CrimeAuditException">The watch was refused; its derived types say how.</exception>
    public static IAsyncEnumerable<WatchAuditResponse> WatchAsync(
        this IAuditClient audits, string auditId, CancellationToken cancellationToken = default) =>
        audits.WatchAsync(new WatchAuditRequest { AuditId = auditId }, cancellationToken: cancellationToken);

    /// <summary>Writes the evidence bundle of an audit.</summary>
    /// <param name="audits">The client.</param>
    /// <param name="auditId">Which audit.</param>
    /// <param name="bundle">Where to; left open.</param>
    /// <param name="cancellationToken">Ends the export.</param>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    public static Task ExportAsync(this IAuditClient audits, string auditId, Stream bundle, CancellationToken cancellationToken = default) =>
        audits.ExportAsync(new ExportAuditRequest { AuditId = auditId }, bundle, cancellationToken);

    /// <summary>Reads an audit: plan, state, frame, seed, progress.</summary>
    /// <param name="audits">The client.</param>
    /// <param name="auditId">Which audit.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The audit.</returns>
    /// <exception cref="NotFoundException">There is no such audit.</exception>
    /// <exception cref="CrimeAuditException">The call failed otherwise.</exception>
    public static Task<GetAuditResponse> GetAsync(this IAuditClient audits, string auditId, CancellationToken cancellationToken = default) =>
        audits.GetAsync(new GetAuditRequest { AuditId = auditId }, cancellationToken);

    /// <summary>Lists all audits that the caller may see, oldest first.</summary>
    /// <param name="audits">The client.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The audits, each once.</returns>
    /// <exception cref="CrimeAuditException">A page could not be read.</exception>
    public static IAsyncEnumerable<Audit> ListAsync(this IAuditClient audits, CancellationToken cancellationToken = default) =>
        audits.ListAsync(new ListAuditsRequest(), cancellationToken);
}
