using CrimeAudit.V1;
using Grpc.Core;

namespace CrimeAudit.Client;

/// <inheritdoc/>
internal sealed class IncidentClient(
    IncidentService.IncidentServiceClient raw, UnaryCalls calls, LogVerifier verifier, TimeProvider clock) : IIncidentClient
{
    public async Task<SubmitIncidentResponse> SubmitAsync(SubmitIncidentRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var asked = new SubmitIncidentRequest(request) { WantProof = request.WantProof || verifier.WantsEveryProof };
        SubmitIncidentResponse response =
            await calls.RunAsync(nameof(raw.SubmitIncident), raw.SubmitIncidentAsync, asked, cancellationToken).ConfigureAwait(false);
        await verifier.VerifyAsync([(asked.Update, response.Receipt)], request.WantProof, cancellationToken).ConfigureAwait(false);
        return response;
    }

    public async Task<BatchSubmitIncidentsResponse> SubmitBatchAsync(BatchSubmitIncidentsRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var asked = new BatchSubmitIncidentsRequest(request) { WantProofs = request.WantProofs || verifier.WantsEveryProof };
        BatchSubmitIncidentsResponse response =
            await calls.RunAsync(nameof(raw.BatchSubmitIncidents), raw.BatchSubmitIncidentsAsync, asked, cancellationToken).ConfigureAwait(false);
        await verifier.VerifyAsync(asked.Updates.Zip(response.Receipts), request.WantProofs, cancellationToken).ConfigureAwait(false);
        return response;
    }

    public Task<GetIncidentResponse> GetAsync(GetIncidentRequest request, CancellationToken cancellationToken) =>
        calls.RunAsync(nameof(raw.GetIncident), raw.GetIncidentAsync, request, cancellationToken);

    public IAsyncEnumerable<IncidentSummary> ListAsync(ListIncidentsRequest request, CancellationToken cancellationToken) =>
        Pages.WalkAsync(
            (token, cancel) => ListPageAsync(new ListIncidentsRequest(request) { PageToken = token }, cancel),
            request.PageToken,
            page => page.Incidents,
            page => page.NextPageToken,
            cancellationToken);

    public Task<ListIncidentsResponse> ListPageAsync(ListIncidentsRequest request, CancellationToken cancellationToken) =>
        calls.RunAsync(nameof(raw.ListIncidents), raw.ListIncidentsAsync, request, cancellationToken);

    public IAsyncEnumerable<WatchIncidentsResponse> WatchAsync(
        WatchIncidentsRequest request, IncidentWatchOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        // The caller may change its request meanwhile.
        WatchIncidentsRequest asked = new(request);
        return Resuming<WatchIncidentsResponse>(
            nameof(raw.WatchIncidents),
            (last, call) => raw.WatchIncidents(
                last is null ? asked : new(asked) { Start = WatchStart.Unspecified, ResumeToken = last.ResumeToken }, call),
            options,
            cancellationToken);
    }

    public IAsyncEnumerable<OverdueCrime> ListOverdueAsync(ListOverdueRequest request, CancellationToken cancellationToken) =>
        Pages.WalkAsync(
            (token, cancel) => ListOverduePageAsync(new ListOverdueRequest(request) { PageToken = token }, cancel),
            request.PageToken,
            page => page.Crimes,
            page => page.NextPageToken,
            cancellationToken);

    public Task<ListOverdueResponse> ListOverduePageAsync(ListOverdueRequest request, CancellationToken cancellationToken) =>
        calls.RunAsync(nameof(raw.ListOverdue), raw.ListOverdueAsync, request, cancellationToken);

    public IAsyncEnumerable<WatchOverdueResponse> WatchOverdueAsync(
        WatchOverdueRequest request, IncidentWatchOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        WatchOverdueRequest asked = new(request);
        return Resuming<WatchOverdueResponse>(
            nameof(raw.WatchOverdue), (_, call) => raw.WatchOverdue(asked, call), options, cancellationToken);
    }

    public IncidentWriter OpenWriter(IncidentWriterOptions? options)
    {
        IncidentWriterOptions how = (options ?? new IncidentWriterOptions()).Validated();
        return how.Spool is null ? Streaming(how) : new SpooledIncidentWriter(Streaming, how, clock);
    }

    private StreamingIncidentWriter Streaming(IncidentWriterOptions options) => new(raw, verifier, options, clock);

    private IAsyncEnumerable<T> Resuming<T>(
        string rpc, Func<T?, CallOptions, AsyncServerStreamingCall<T>> open, IncidentWatchOptions? options, CancellationToken cancel)
        where T : class =>
        new ResumingStream<T>(rpc, open, (options ?? new IncidentWatchOptions()).Validated(), clock).FollowAsync(cancel);
}
