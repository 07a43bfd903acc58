using System.Globalization;
using CrimeAudit.V1;

namespace CrimeAudit.Client;

/// <summary>Shorter forms of <see cref="IRateClient"/>.</summary>
public static class RateClientExtensions
{
    /// <summary>The live share of alleged and presumed crimes that is accounted for, over all months. It is not a recording rate.</summary>
    /// <param name="rates">The client.</param>
    /// <param name="force">Slug of the force.</param>
    /// <param name="breakdown">By what to break down; default: one row, the whole.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The rate, its counts, and how fresh the force's systems are.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    public static Task<GetAccountedForRateResponse> GetAccountedForAsync(
        this IRateClient rates, string force, Breakdown breakdown = Breakdown.Unspecified, CancellationToken cancellationToken = default) =>
        rates.GetAccountedForAsync(new GetAccountedForRateRequest { Force = force, Breakdown = breakdown }, cancellationToken);

    /// <summary>Watches the live rate over all months, as <see cref="IRateClient.WatchAccountedForAsync"/> does.</summary>
    /// <param name="rates">The client.</param>
    /// <param name="force">Slug of the force.</param>
    /// <param name="breakdown">By what to break down; default: one row, the whole.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The messages.</returns>
    /// <exception cref="CrimeAuditException">The watch was refused.</exception>
    public static IAsyncEnumerable<WatchAccountedForRateResponse> WatchAccountedForAsync(
        this IRateClient rates, string force, Breakdown breakdown = Breakdown.Unspecified, CancellationToken cancellationToken = default) =>
        rates.WatchAccountedForAsync(
            new GetAccountedForRateRequest { Force = force, Breakdown = breakdown }, cancellationToken: cancellationToken);

    /// <summary>The live rate of a force for everybody.</summary>
    /// <param name="rates">The client.</param>
    /// <param name="force">Slug of the force.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The table of today.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    public static Task<GetPublicTableResponse> GetPublicTableAsync(
        this IRateClient rates, string force, CancellationToken cancellationToken = default) =>
        rates.GetPublicTableAsync(new GetPublicTableRequest { Force = force }, cancellationToken);

    /// <summary>Estimates the recording rate of a whole audit, weighted by its design, with 95 % intervals.</summary>
    /// <param name="rates">The client.</param>
    /// <param name="auditId">Which audit.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The estimates with their intervals.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    public static Task<EstimateRecordingRateResponse> EstimateRecordingRateAsync(
        this IRateClient rates, string auditId, CancellationToken cancellationToken = default) =>
        rates.EstimateRecordingRateAsync(new EstimateRecordingRateRequest { AuditId = auditId }, cancellationToken);

    /// <summary>Estimates which share of an audit's cancelled crimes and of its N100s was right, with 95 % intervals.</summary>
    /// <param name="rates">The client.</param>
    /// <param name="auditId">Which audit.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The shares with their intervals.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    public static Task<EstimateClassificationResponse> EstimateClassificationAsync(
        this IRateClient rates, string auditId, CancellationToken cancellationToken = default) =>
        rates.EstimateClassificationAsync(new EstimateClassificationRequest { AuditId = auditId }, cancellationToken);

    /// <summary>Estimates the crimes not recorded in the 12 months to the end of the audit's window.</summary>
    /// <param name="rates">The client.</param>
    /// <param name="auditId">Which audit.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The estimate.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    public static Task<EstimateNotRecordedResponse> EstimateNotRecordedAsync(
        this IRateClient rates, string auditId, CancellationToken cancellationToken = default) =>
        rates.EstimateNotRecordedAsync(new EstimateNotRecordedRequest { AuditId = auditId }, cancellationToken);

    /// <summary>Compares two audits as wholes, weighted by their designs, at the 95 % level.</summary>
    /// <param name="rates">The client.</param>
    /// <param name="firstAuditId">The one compared with, for instance the earlier.</param>
    /// <param name="secondAuditId">The other.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The one comparison, with the two estimates.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    public static Task<CompareEstimatesResponse> CompareEstimatesAsync(
        this IRateClient rates, string firstAuditId, string secondAuditId, CancellationToken cancellationToken = default) =>
        rates.CompareEstimatesAsync(
            new CompareEstimatesRequest { Pairs = { new AuditPair { FirstAuditId = firstAuditId, SecondAuditId = secondAuditId } } },
            cancellationToken);

    /// <summary>Recorded crime of a force in the 12 months to a date, as shipped with the service.</summary>
    /// <param name="rates">The client.</param>
    /// <param name="force">Slug of the force.</param>
    /// <param name="to">Last day of the 12 months.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The volumes and the versions held.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    public static Task<ListVolumesResponse> ListVolumesAsync(
        this IRateClient rates, string force, DateOnly to, CancellationToken cancellationToken = default) =>
        rates.ListVolumesAsync(
            new ListVolumesRequest { Force = force, To = to.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) }, cancellationToken);
}
