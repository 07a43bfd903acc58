using System.Collections.Concurrent;
using CrimeAudit.V1;
using Grpc.Core;

namespace AuditClient.Tests.Infrastructure;

/// <summary>An incident service that does what the test says.</summary>
internal sealed class ScriptedIncidents : IncidentService.IncidentServiceBase
{
    private readonly ConcurrentQueue<StreamConversation> streams = new();

    public Func<SubmitIncidentRequest, ServerCallContext, Task<SubmitIncidentResponse>> Submit { get; set; } =
        (_, _) => Task.FromResult(new SubmitIncidentResponse());

    public Func<ListIncidentsRequest, ListIncidentsResponse> List { get; set; } = _ => new ListIncidentsResponse();

    /// <summary>What happens on each stream; by default every update is accepted.</summary>
    public Func<StreamConversation, Task> Stream { get; set; } = conversation => conversation.AcceptAllAsync();

    /// <summary>What happens on each watch; by default it ends at once.</summary>
    public Func<WatchIncidentsRequest, IServerStreamWriter<WatchIncidentsResponse>, CancellationToken, Task> Watch { get; set; } =
        (_, _, _) => Task.CompletedTask;

    /// <summary>What happens on each watch of overdue crimes; by default it ends at once.</summary>
    public Func<WatchOverdueRequest, IServerStreamWriter<WatchOverdueResponse>, CancellationToken, Task> WatchesOverdue { get; set; } =
        (_, _, _) => Task.CompletedTask;

    /// <summary>The streams so far, in order.</summary>
    public IReadOnlyList<StreamConversation> Streams => [.. streams];

    public override Task<SubmitIncidentResponse> SubmitIncident(SubmitIncidentRequest request, ServerCallContext context) => Submit(request, context);

    public override Task<ListIncidentsResponse> ListIncidents(ListIncidentsRequest request, ServerCallContext context) =>
        Task.FromResult(List(request));

    public override Task WatchIncidents(
        WatchIncidentsRequest request, IServerStreamWriter<WatchIncidentsResponse> responseStream, ServerCallContext context) =>
        Watch(request, responseStream, context.CancellationToken);

    public override Task WatchOverdue(
        WatchOverdueRequest request, IServerStreamWriter<WatchOverdueResponse> responseStream, ServerCallContext context) =>
        WatchesOverdue(request, responseStream, context.CancellationToken);

    public override async Task StreamIncidents(
        IAsyncStreamReader<StreamIncidentsRequest> requestStream,
        IServerStreamWriter<StreamIncidentsResponse> responseStream,
        ServerCallContext context)
    {
        StreamConversation conversation = new(streams.Count + 1, requestStream, responseStream, context);
        streams.Enqueue(conversation);
        await Stream(conversation);
    }
}
