using CrimeAudit.V1;
using Grpc.Core;

namespace Bench.Baselines.Echo;

/// <summary>Answers updates with receipts, at once or when they are durable.</summary>
internal sealed class EchoService(DurableRows? rows = null) : IncidentService.IncidentServiceBase
{
    private static readonly Google.Protobuf.WellKnownTypes.Timestamp Accepted = new() { Seconds = 1_500_000_000 };

    /// <summary>Answers one.</summary>
    public override async Task<SubmitIncidentResponse> SubmitIncident(SubmitIncidentRequest request, ServerCallContext context) =>
        new() { Receipt = Receipt(await StoreAsync([request.Update])) };

    /// <summary>Answers message by message. Two are under way, as a stream of the server has its next message checked while one is written.</summary>
    public override async Task StreamIncidents(
        IAsyncStreamReader<StreamIncidentsRequest> requestStream,
        IServerStreamWriter<StreamIncidentsResponse> responseStream,
        ServerCallContext context)
    {
        Task answered = Task.CompletedTask;
        while (await requestStream.MoveNext(context.CancellationToken))
        {
            StreamIncidentsRequest request = requestStream.Current;
            Task<long> stored = StoreAsync(request.Updates);
            await answered;
            answered = AnswerAsync(request, stored, responseStream);
        }

        await answered;
    }

    private static async Task AnswerAsync(StreamIncidentsRequest request, Task<long> stored, IServerStreamWriter<StreamIncidentsResponse> responses)
    {
        long index = await stored;
        var response = new StreamIncidentsResponse { DurableThrough = request.FirstSequence + request.Updates.Count - 1 };
        for (int i = 0; i < request.Updates.Count; i++)
        {
            response.Results.Add(new StreamItemResult { Sequence = request.FirstSequence + i, Receipt = Receipt(index + i) });
        }

        await responses.WriteAsync(response);
    }

    private static Receipt Receipt(long index) => new() { EntryIndex = index, AcceptedTime = Accepted };

    private Task<long> StoreAsync(IReadOnlyList<IncidentUpdate> updates) => rows?.AppendAsync(updates) ?? Task.FromResult(0L);
}
