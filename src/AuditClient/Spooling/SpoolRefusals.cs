namespace CrimeAudit.Client;

/// <summary>
/// Refusals of a writer with a spool. One that nobody has been told of keeps its place in the spool: should the process end first, the
/// update is sent again, and refused again, and told then.
/// </summary>
internal sealed class SpoolRefusals(Action<RejectedUpdate>? onRejected, Spool spool)
{
    private readonly Lock gate = new();
    private readonly RefusalReport report = new(onRejected);
    private long settled;
    private long? firstUntold;

    public void Tell(RejectedUpdate refusal)
    {
        if (onRejected is not null)
        {
            report.Tell([refusal]);
            return;
        }

        lock (gate)
        {
            report.Tell([refusal]);
            // Results may come in another order than the updates.
            firstUntold = Math.Min(firstUntold ?? long.MaxValue, refusal.Number);
        }

        // A write that waits for room waits for somebody to be told now.
        spool.Signal();
    }

    /// <summary>Every update up to this one has its result.</summary>
    public void Settle(long through)
    {
        lock (gate)
        {
            settled = Math.Max(settled, through);
            spool.Acknowledge(firstUntold is { } untold ? Math.Min(settled, untold - 1) : settled);
        }
    }

    /// <summary>The refusals that nobody was told of, to be thrown; null: there are none.</summary>
    public UpdatesRejectedException? TakeUntold()
    {
        lock (gate)
        {
            UpdatesRejectedException? untold = report.TakeUntold();
            if (untold is not null)
            {
                LetGo();
            }

            return untold;
        }
    }

    /// <summary>Tells them to a write that finds no room. They keep their place when there are none, or when that write is over already.</summary>
    public bool TryTell(SpoolWrite write)
    {
        lock (gate)
        {
            bool told = report.TryTell(write.TryFail);
            if (told)
            {
                LetGo();
            }

            return told;
        }
    }

    private void LetGo()
    {
        firstUntold = null;
        spool.Acknowledge(settled);
    }
}
