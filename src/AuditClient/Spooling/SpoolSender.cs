using System.Collections.Concurrent;
using CrimeAudit.V1;

namespace CrimeAudit.Client;

/// <summary>
/// Reads what a spool holds, one update after the other and behind whoever appends, and gives it to the writer over the stream. Who waits
/// for the result of an update finds it by the update's number.
/// </summary>
/// <param name="spool">Where from.</param>
/// <param name="inner">The writer over the stream.</param>
internal sealed class SpoolSender(Spool spool, StreamingIncidentWriter inner)
{
    private readonly Lock gate = new();
    private readonly ConcurrentDictionary<long, TaskCompletionSource<Receipt>> tickets = new();
    private readonly FlushWaits waits = new();
    private readonly long before = spool.Acknowledged;
    private long sentThrough = spool.Acknowledged;
    private Exception? failure;

    /// <summary>Learns the number of a write, before its update can be read.</summary>
    public void Expect(SpoolWrite write, long number)
    {
        // The number of an append that failed is given again: what waits for it must not be taken for this one's.
        tickets.TryRemove(number, out _);
        if (write.Ticket is not { } ticket)
        {
            return;
        }

        lock (gate)
        {
            tickets[number] = ticket;
            if (failure is not null)
            {
                // Those that were expected have been told already.
                ticket.TrySetException(failure);
            }
        }
    }

    /// <summary>Sends until it is stopped.</summary>
    /// <exception cref="SpoolDamagedException">An update is not what was written.</exception>
    /// <exception cref="CrimeAuditException">The writer over the stream has failed.</exception>
    public async Task RunAsync(CancellationToken stop)
    {
        using SpoolReader reader = new(spool, before + 1);
        while (true)
        {
            Task changed = spool.Changed;
            if (reader.Next > spool.Last)
            {
                await changed.WaitAsync(stop).ConfigureAwait(false);
            }
            else
            {
                await SendAsync(reader.Next, IncidentUpdate.Parser.ParseFrom(reader.Read()), stop).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Completes when everything up to a number was given to the writer over the stream.</summary>
    public Task WhenSent(long through)
    {
        lock (gate)
        {
            return failure is not null ? Task.FromException(failure) : sentThrough >= through ? Task.CompletedTask : waits.Add(through);
        }
    }

    /// <summary>Everybody who waits, and every later call, gets this.</summary>
    public void Fail(Exception cause)
    {
        lock (gate)
        {
            failure = cause;
            waits.Fail(cause);
        }

        foreach (TaskCompletionSource<Receipt> ticket in tickets.Values)
        {
            ticket.TrySetException(cause);
        }
    }

    private async Task SendAsync(long number, IncidentUpdate update, CancellationToken stop)
    {
        // Who waits for it stays here until there is room for it, and hears of a failure meanwhile. Nothing more is read before.
        tickets.TryGetValue(number, out TaskCompletionSource<Receipt>? ticket);
        await inner.AddAsync(update, ticket, stop).ConfigureAwait(false);
        tickets.TryRemove(number, out _);
        lock (gate)
        {
            sentThrough = number;
            waits.Complete(number);
        }
    }
}
