using CrimeAudit.V1;

namespace CrimeAudit.Client;

/// <summary>
/// Inspections: plan, freeze, draw, review. Every step is idempotent by its request id; a step out of order throws
/// <see cref="AuditStateException"/>. Shorter forms are in <see cref="AuditClientExtensions"/>.
/// </summary>
public interface IAuditClient
{
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

    /// <summary>Reads an audit: plan, state, frame, seed, progress.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The audit.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    /// <exception cref="OperationCanceledException">The caller ended it.</exception>
    Task<GetAuditResponse> GetAsync(GetAuditRequest request, CancellationToken cancellationToken = default);

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
