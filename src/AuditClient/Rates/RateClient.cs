using CrimeAudit.V1;

namespace CrimeAudit.Client;

/// <inheritdoc/>
internal sealed class RateClient(RateService.RateServiceClient raw, UnaryCalls calls) : IRateClient
{
    public Task<GetAccountedForRateResponse> GetAccountedForAsync(GetAccountedForRateRequest request, CancellationToken cancellationToken) =>
        calls.RunAsync(nameof(raw.GetAccountedForRate), raw.GetAccountedForRateAsync, request, cancellationToken);

    public Task<EstimateRecordingRateResponse> EstimateRecordingRateAsync(
        EstimateRecordingRateRequest request, CancellationToken cancellationToken) =>
        calls.RunAsync(nameof(raw.EstimateRecordingRate), raw.EstimateRecordingRateAsync, request, cancellationToken);

    public Task<EstimateNotRecordedResponse> EstimateNotRecordedAsync(EstimateNotRecordedRequest request, CancellationToken cancellationToken) =>
        calls.RunAsync(nameof(raw.EstimateNotRecorded), raw.EstimateNotRecordedAsync, request, cancellationToken);

    public Task<ImportVolumesResponse> ImportVolumesAsync(ImportVolumesRequest request, CancellationToken cancellationToken) =>
        calls.RunAsync(nameof(raw.ImportVolumes), raw.ImportVolumesAsync, request, cancellationToken);

    public Task<ListVolumesResponse> ListVolumesAsync(ListVolumesRequest request, CancellationToken cancellationToken) =>
        calls.RunAsync(nameof(raw.ListVolumes), raw.ListVolumesAsync, request, cancellationToken);
}
