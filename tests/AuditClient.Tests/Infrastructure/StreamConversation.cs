using System.Collections.Concurrent;
using CrimeAudit.V1;
using Grpc.Core;
using RpcStatus = Google.Rpc.Status;

namespace AuditClient.Tests.Infrastructure;

/// <summary>One stream as the server sees it.</summary>
internal sealed class StreamConversation(
    int number, IAsyncStreamReader<StreamIncidentsRequest> requests, IServerStreamWriter<StreamIncidentsResponse> answers, ServerCallContext context)
{
    private readonly ConcurrentQueue<(long Sequence, string RequestId)> received = new();
    private readonly ConcurrentDictionary<long, IncidentUpdate> updates = new();

    /// <summary>From 1, in the order in which the server saw the streams.</summary>
    public int Number => number;

    public ServerCallContext Context => context;

    /// <summary>Items with the numbers that the client gave them.</summary>
    public IReadOnlyList<(long Sequence, string RequestId)> Received => [.. received];

    public IEnumerable<string> RequestIds => Received.Select(item => item.RequestId);

    /// <summary>Sizes of the messages.</summary>
    public ConcurrentQueue<int> Messages { get; } = new();

    /// <summary>The update that the client gave a number.</summary>
    public IncidentUpdate Update(long sequence) => updates[sequence];

    public async Task<bool> ReadAsync()
    {
        if (!await requests.MoveNext(context.CancellationToken))
        {
            return false;
        }

        long sequence = requests.Current.FirstSequence;
        foreach (IncidentUpdate update in requests.Current.Updates)
        {
            updates[sequence] = update;
            received.Enqueue((sequence++, update.Sender.RequestId));
        }

        Messages.Enqueue(requests.Current.Updates.Count);
        return true;
    }

    public async Task ReadUntilAsync(int count)
    {
        while (received.Count < count && await ReadAsync())
        {
        }
    }

    public Task AcceptAsync(long from, long to) => AnswerAsync(to, Range(from, to).Select(Accepted));

    public Task RefuseAsync(long sequence, RpcStatus error) => AnswerAsync(sequence, [new StreamItemResult { Sequence = sequence, Error = error }]);

    public async Task AnswerAsync(long durableThrough, IEnumerable<StreamItemResult> results) =>
        await answers.WriteAsync(new StreamIncidentsResponse { DurableThrough = durableThrough, Results = { results } });

    /// <summary>Accepts everything until the client ends the stream.</summary>
    public Task AcceptAllAsync() => AnswerAllAsync(Accepted);

    public async Task AnswerAllAsync(Func<long, StreamItemResult> answer)
    {
        long done = 0;
        while (await ReadAsync())
        {
            long last = received.Count;
            await AnswerAsync(last, Range(done + 1, last).Select(answer));
            done = last;
        }
    }

    /// <summary>Reads on and answers nothing, until the client goes.</summary>
    public async Task KeepSilentAsync()
    {
        while (await ReadAsync())
        {
        }
    }

    public static StreamItemResult Accepted(long sequence) => new() { Sequence = sequence, Receipt = new Receipt { EntryIndex = sequence - 1 } };

    private static IEnumerable<long> Range(long from, long to)
    {
        for (long sequence = from; sequence <= to; sequence++)
        {
            yield return sequence;
        }
    }
}
