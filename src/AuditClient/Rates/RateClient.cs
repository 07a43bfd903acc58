using CrimeAudit.V1;

namespace CrimeAudit.Client;

/// <inheritdoc/>
internal sealed class RateClient(RateService.RateServiceClient raw, UnaryCalls calls, TimeProvider clock) : IRateClient
{
    public Task<GetAccountedForRateResponse> GetAccountedForAsync(GetAccountedForRateRequest request, CancellationToken cancellationToken) =>
        calls.RunAsync(nameof(raw.GetAccountedForRate), raw.GetAccountedForRateAsync, request, cancellationToken);

    public IAsyncEnumerable<WatchAccountedForRateResponse> WatchAccountedForAsync(
        GetAccountedForRateRequest question, IncidentWatchOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        // The caller may change its question meanwhile.
        WatchAccountedForRateRequest asked = new() { Question = question.Clone() };
        return new ResumingStream<WatchAccountedForRateResponse>(
            nameof(raw.WatchAccountedForRate), (_, call) => raw.WatchAccountedForRate(asked, call), (options ?? new IncidentWatchOptions()).Validated(), clock)
            .FollowAsync(cancellationToken);
    }

    public Task<GetPublicTableResponse> GetPublicTableAsync(GetPublicTableRequest request, CancellationToken cancellationToken) =>
        calls.RunAsync(nameof(raw.GetPublicTable), raw.GetPublicTableAsync, request, cancellationToken);

    public Task<EstimateRecordingRateResponse> EstimateRecordingRateAsync(
        EstimateRecordingRateRequest request, CancellationToken cancellationToken) =>
        calls.RunAsync(nameof(raw.EstimateRecordingRate), raw.EstimateRecordingRateAsync, request, cancellationToken);

    public Task<EstimateClassificationResponse> EstimateClassificationAsync(
        EstimateClassificationRequest request, CancellationToken cancellationToken) =>
        calls.RunAsync(nameof(raw.EstimateClassification), raw.EstimateClassificationAsync, request, cancellationToken);

    public Task<EstimateNotRecordedResponse> EstimateNotRecordedAsync(EstimateNotRecordedRequest request, CancellationToken cancellationToken) =>
        calls.RunAsync(nameof(raw.EstimateNotRecorded), raw.EstimateNotRecordedAsync, request, cancellationToken);

    public Task<CompareEstimatesResponse> CompareEstimatesAsync(CompareEstimatesRequest request, CancellationToken cancellationToken) =>
        calls.RunAsync(nameof(raw.CompareEstimates), raw.CompareEstimatesAsync, request, cancellationToken);

    public Task<ExplainShortfallResponse> ExplainShortfallAsync(ExplainShortfallRequest request, CancellationToken cancellationToken) =>
        calls.RunAsync(nameof(raw.ExplainShortfall), raw.ExplainShortfallAsync, request, cancellationToken);

    public Task<ImportVolumesResponse> ImportVolumesAsync(ImportVolumesRequest request, CancellationToken cancellationToken) =>
        calls.RunAsync(nameof(raw.ImportVolumes), raw.ImportVolumesAsync, request, cancellationToken);

    public Task<ListVolumesResponse> ListVolumesAsync(ListVolumesRequest request, CancellationToken cancellationToken) =>
        calls.RunAsync(nameof(raw.ListVolumes), raw.ListVolumesAsync, request, cancellationToken);
}
