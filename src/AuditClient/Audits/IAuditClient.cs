using CrimeAudit.V1;

namespace CrimeAudit.Client;

/// <summary>
/// Inspections: plan, freeze, draw, review. Every step is idempotent by its request id; a step out of order throws
/// <see cref="AuditStateException"/>. Shorter forms are in <see cref="AuditClientExtensions"/>.
/// </summary>
public interface IAuditClient
{
    /// <summary>Says how large a sample must be for a wanted half-width, or which half-width given sizes can be expected to have.
    /// Nothing is stored. With a plan in place of frame sizes its frame is counted in the log as it is now.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The sizes, in units of each stratum, and the half-width to be expected.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    /// <exception cref="OperationCanceledException">The caller ended it.</exception>
    Task<PlanAuditResponse> PlanAsync(PlanAuditRequest request, CancellationToken cancellationToken = default);

    /// <summary>Plans an audit. Idempotent by its audit id.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The audit, planned.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    /// <exception cref="OperationCanceledException">The caller ended it.</exception>
    Task<CreateAuditResponse> CreateAsync(CreateAuditRequest request, CancellationToken cancellationToken = default);

    /// <summary>Commits to a secret before the freeze, as the lead or as the force's registrar.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The audit; committed once both have.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    /// <exception cref="OperationCanceledException">The caller ended it.</exception>
    Task<CommitSeedResponse> CommitSeedAsync(CommitSeedRequest request, CancellationToken cancellationToken = default);

    /// <summary>Freezes the frame: one snapshot of the log now.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The audit, frozen.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    /// <exception cref="OperationCanceledException">The caller ended it.</exception>
    Task<FreezeFrameResponse> FreezeFrameAsync(FreezeFrameRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reveals a committed secret, or states the witnessed seed.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The audit; seeded once the seed is known.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    /// <exception cref="OperationCanceledException">The caller ended it.</exception>
    Task<RevealSeedResponse> RevealSeedAsync(RevealSeedRequest request, CancellationToken cancellationToken = default);

    /// <summary>Draws the sample: in each stratum the units with the smallest tickets.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The audit, drawn.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    /// <exception cref="OperationCanceledException">The caller ended it.</exception>
    Task<DrawSampleResponse> DrawSampleAsync(DrawSampleRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists the sample in stratum and ticket order. Reads page after page as the walk needs them.</summary>
    /// <param name="request">The filter; its page size is the size of each page read, its page token says where to begin.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The sampled reports, each once.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    /// <exception cref="OperationCanceledException">The caller ended it.</exception>
    IAsyncEnumerable<SampleItem> ListSampleItemsAsync(ListSampleItemsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads one page of <see cref="ListSampleItemsAsync"/>, for callers who keep the token themselves.</summary>
    /// <param name="request">The filter, with the token of the page before, or empty for the first.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The page with the next one's token, empty on the last.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    /// <exception cref="OperationCanceledException">The caller ended it.</exception>
    Task<ListSampleItemsResponse> ListSampleItemsPageAsync(ListSampleItemsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Records the review of one sampled report.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Where the log holds it.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    /// <exception cref="OperationCanceledException">The caller ended it.</exception>
    Task<SubmitReviewResponse> SubmitReviewAsync(SubmitReviewRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads one item with the force's record as of the freeze, as far as the caller may see it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The item with the record.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    /// <exception cref="OperationCanceledException">The caller ended it.</exception>
    Task<GetSampleItemResponse> GetSampleItemAsync(GetSampleItemRequest request, CancellationToken cancellationToken = default);

    /// <summary>Gives every review that is due to the named auditors, evenly.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>What each was given.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    /// <exception cref="OperationCanceledException">The caller ended it.</exception>
    Task<AssignReviewsResponse> AssignReviewsAsync(AssignReviewsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Says that a report cannot be had; the next ticket of its stratum stands in.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>What stands in.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    /// <exception cref="OperationCanceledException">The caller ended it.</exception>
    Task<ReportUnavailableResponse> ReportUnavailableAsync(ReportUnavailableRequest request, CancellationToken cancellationToken = default);

    /// <summary>Enlarges the sample of a stratum by its next tickets.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>How many were drawn.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    /// <exception cref="OperationCanceledException">The caller ended it.</exception>
    Task<ExtendSampleResponse> ExtendSampleAsync(ExtendSampleRequest request, CancellationToken cancellationToken = default);

    /// <summary>Accepts or disputes a finding for the force, within the response window.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Where the log holds it.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    /// <exception cref="OperationCanceledException">The caller ended it.</exception>
    Task<RespondToFindingResponse> RespondToFindingAsync(RespondToFindingRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reconsiders what the force disputes or a lead reopened.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Where the log holds it.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    /// <exception cref="OperationCanceledException">The caller ended it.</exception>
    Task<ReconsiderResponse> ReconsiderAsync(ReconsiderRequest request, CancellationToken cancellationToken = default);

    /// <summary>Decides where two reviewers differ, or finally what the force still disputes.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Where the log holds it.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    /// <exception cref="OperationCanceledException">The caller ended it.</exception>
    Task<ArbitrateResponse> ArbitrateAsync(ArbitrateRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reopens a settled item, with a reason.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Where the log holds it.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    /// <exception cref="OperationCanceledException">The caller ended it.</exception>
    Task<ReopenItemResponse> ReopenItemAsync(ReopenItemRequest request, CancellationToken cancellationToken = default);

    /// <summary>Makes an audit final. Refused while anything is pending or disputed.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The final estimate, as its entry holds it.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    /// <exception cref="OperationCanceledException">The caller ended it.</exception>
    Task<FinalizeAuditResponse> FinalizeAsync(FinalizeAuditRequest request, CancellationToken cancellationToken = default);

    /// <summary>Abandons an audit that is not final, with a reason. It stays visible.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Where the log holds it.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    /// <exception cref="OperationCanceledException">The caller ended it.</exception>
    Task<AbandonAuditResponse> AbandonAsync(AbandonAuditRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Follows the progress of an audit until it is final, abandoned or voided. When a stream is interrupted by what passes, the watch goes
    /// on by another, which begins with how the audit stands then.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="options">How it goes on after an interruption; null: the defaults.</param>
    /// <param name="cancellationToken">Ends the watch.</param>
    /// <returns>How the audit stands, each time that it has moved, and heartbeats.</returns>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The options are wrong; it names everything that is.</exception>
    /// <exception cref="CrimeAuditException">The watch was refused, or given up; its derived types say how.</exception>
    /// <exception cref="OperationCanceledException">The caller ended it.</exception>
    IAsyncEnumerable<WatchAuditResponse> WatchAsync(
        WatchAuditRequest request, IncidentWatchOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Writes the evidence bundle of an audit: everything that it takes to check the audit without asking anybody
    /// (<see cref="EvidenceBundle"/>). What was written before a failure is no bundle.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="bundle">Where to; left open.</param>
    /// <param name="cancellationToken">Ends the export.</param>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    /// <exception cref="OperationCanceledException">The caller ended it.</exception>
    Task ExportAsync(ExportAuditRequest request, Stream bundle, CancellationToken cancellationToken = default);

    /// <summary>Reads an audit: plan, state, frame, seed, progress.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The audit.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    /// <exception cref="OperationCanceledException">The caller ended it.</exception>
    Task<GetAuditResponse> GetAsync(GetAuditRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// How far an audit's reviews can be relied on: Cohen's kappa of two blind reviewers, and how often fails and passes were overturned.
    /// It stands beside the estimates; none is adjusted by it.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Agreement and overturn rates with their counts and intervals.</returns>
    /// <exception cref="AuditStateException">For the force, and for whoever reviews in the audit: it is not FINAL yet.</exception>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    /// <exception cref="OperationCanceledException">The caller ended it.</exception>
    Task<GetReviewQualityResponse> GetReviewQualityAsync(GetReviewQualityRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists audits, oldest first, whatever became of them. Reads page after page as the walk needs them.</summary>
    /// <param name="request">The filter; its page size is the size of each page read, its page token says where to begin.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The audits, each once.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    /// <exception cref="OperationCanceledException">The caller ended it.</exception>
    IAsyncEnumerable<Audit> ListAsync(ListAuditsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads one page of <see cref="ListAsync"/>, for callers who keep the token themselves.</summary>
    /// <param name="request">The filter, with the token of the page before, or empty for the first.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The page with the next one's token, empty on the last.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    /// <exception cref="OperationCanceledException">The caller ended it.</exception>
    Task<ListAuditsResponse> ListPageAsync(ListAuditsRequest request, CancellationToken cancellationToken = default);
}
