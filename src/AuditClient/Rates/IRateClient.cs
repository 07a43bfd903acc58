using CrimeAudit.V1;

namespace CrimeAudit.Client;

/// <summary>
/// Rates with the counts behind them. Two kinds that are never mixed: the live accounted-for rate of alleged and presumed
/// crimes, and the recording rate that an audit estimates. Shorter forms are in <see cref="RateClientExtensions"/>.
/// </summary>
public interface IRateClient
{
    /// <summary>
    /// The live share of alleged and presumed crimes that is accounted for, <c>accounted_for_rate_with_presumed</c>, with that of
    /// the alleged ones alone beside it, <c>accounted_for_rate</c>. It is not a recording rate.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The rate, its counts, and how fresh the force's systems are.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    /// <exception cref="OperationCanceledException">The caller ended it.</exception>
    Task<GetAccountedForRateResponse> GetAccountedForAsync(GetAccountedForRateRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Watches the live rate: the present answer, then a new one whenever anything of it but <c>as_of</c> changes. Endless: where a
    /// stream ends for a reason that passes, another begins, with the answer of then. It is not a recording rate.
    /// </summary>
    /// <remarks>
    /// A heartbeat may come at any time; the answer told last holds up to its <c>as_of</c>. Whoever reads slowly misses answers, never
    /// the newest. After an interruption the answer comes again, whether or not it has changed.
    /// </remarks>
    /// <param name="question">The question, as <see cref="GetAccountedForAsync"/> takes it.</param>
    /// <param name="options">How it goes on after an interruption; null: the defaults.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The messages.</returns>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The options are wrong; it names everything that is.</exception>
    /// <exception cref="CrimeAuditException">The watch was refused, or given up; its derived types say how.</exception>
    /// <exception cref="OperationCanceledException">The caller ended it.</exception>
    IAsyncEnumerable<WatchAccountedForRateResponse> WatchAccountedForAsync(
        GetAccountedForRateRequest question, IncidentWatchOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>The live rate of a force for everybody: one table a day, by month and by offence group, with rounded counts.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The table of today in Europe/London, the same for all who ask.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    /// <exception cref="OperationCanceledException">The caller ended it.</exception>
    Task<GetPublicTableResponse> GetPublicTableAsync(GetPublicTableRequest request, CancellationToken cancellationToken = default);

    /// <summary>Estimates a recording rate from an audit's reviews. Interim while reviews are missing, and told then to leads and admins
    /// alone, who review nothing in it; so is whatever else is estimated from an audit.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The estimates with their intervals.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    /// <exception cref="OperationCanceledException">The caller ended it.</exception>
    Task<EstimateRecordingRateResponse> EstimateRecordingRateAsync(
        EstimateRecordingRateRequest request, CancellationToken cancellationToken = default);

    /// <summary>Estimates which share of an audit's cancelled crimes was rightly cancelled, and which of its N100s rightly recorded as such:
    /// apart from each other and from any recording rate. Interim while reviews are missing.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The shares with their intervals, overall and by stratum; absent is what the plan has no stratum of.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    /// <exception cref="OperationCanceledException">The caller ended it.</exception>
    Task<EstimateClassificationResponse> EstimateClassificationAsync(
        EstimateClassificationRequest request, CancellationToken cancellationToken = default);

    /// <summary>Estimates the crimes not recorded in a year, from an audit's force-wide rate and recorded-crime volumes.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The estimate.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    /// <exception cref="OperationCanceledException">The caller ended it.</exception>
    Task<EstimateNotRecordedResponse> EstimateNotRecordedAsync(EstimateNotRecordedRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Compares the recording rates of independent audits, pair by pair: the difference with its interval, its p adjusted for all pairs,
    /// whether it is significant, and a sentence that says so. There is no rank.
    /// </summary>
    /// <param name="request">The request: pairs, or one baseline and several to hold against it.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The comparisons on every basis, with the estimates that they rest on.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    /// <exception cref="OperationCanceledException">The caller ended it.</exception>
    Task<CompareEstimatesResponse> CompareEstimatesAsync(CompareEstimatesRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Shows what goes with crimes that fall short, of a force's live data or of an audit: each level of each factor against the rest, within
    /// offence classes, adjusted for all the levels shown. What goes with a shortfall need not cause it.
    /// </summary>
    /// <param name="request">The request: a force, or an audit.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The levels with their counts, rates and odds ratios.</returns>
    /// <exception cref="AuditStateException">Of an audit, for auditors and the force: it is not FINAL yet.</exception>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    /// <exception cref="OperationCanceledException">The caller ended it.</exception>
    Task<ExplainShortfallResponse> ExplainShortfallAsync(ExplainShortfallRequest request, CancellationToken cancellationToken = default);

    /// <summary>Adds a version of recorded-crime volumes. Idempotent by its name.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Where the log holds it.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    /// <exception cref="OperationCanceledException">The caller ended it.</exception>
    Task<ImportVolumesResponse> ImportVolumesAsync(ImportVolumesRequest request, CancellationToken cancellationToken = default);

    /// <summary>Recorded crime of a force in the 12 months to a date, by group.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The volumes and the versions held.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    /// <exception cref="OperationCanceledException">The caller ended it.</exception>
    Task<ListVolumesResponse> ListVolumesAsync(ListVolumesRequest request, CancellationToken cancellationToken = default);
}
