namespace CrimeAudit.Client;

/// <summary>Refusals on their way to whoever is to be told: the callback, or else the next flush.</summary>
internal sealed class RefusalReport(Action<RejectedUpdate>? onRejected)
{
    // A source that is wrong throughout must not fill the memory before its first flush.
    private const int Kept = 1000;

    private readonly Lock gate = new();
    private List<RejectedUpdate> untold = [];
    private long untoldCount;

    public void Tell(IReadOnlyList<RejectedUpdate> refusals)
    {
        foreach (RejectedUpdate refusal in refusals)
        {
            if (onRejected is null)
            {
                Keep(refusal);
            }
            else
            {
                onRejected(refusal);
            }
        }
    }

    /// <exception cref="UpdatesRejectedException">Nobody has been told of a refusal. Now somebody has.</exception>
    public void ThrowIfUntold()
    {
        if (TakeUntold() is { } report)
        {
            throw report;
        }
    }

    /// <summary>The refusals that nobody has been told of, to be thrown; null: there are none.</summary>
    public UpdatesRejectedException? TakeUntold()
    {
        UpdatesRejectedException? taken = null;
        TryTell(report =>
        {
            taken = report;
            return true;
        });
        return taken;
    }

    /// <summary>Tells the refusals that nobody has been told of; they stay untold unless somebody heard.</summary>
    /// <param name="tell">Tells; false: nobody heard.</param>
    /// <returns>Whether there were any, and somebody heard.</returns>
    public bool TryTell(Func<UpdatesRejectedException, bool> tell)
    {
        lock (gate)
        {
            if (untoldCount == 0 || !tell(new UpdatesRejectedException(untold, untoldCount)))
            {
                return false;
            }

            untold = [];
            untoldCount = 0;
            return true;
        }
    }

    private void Keep(RejectedUpdate refusal)
    {
        lock (gate)
        {
            untoldCount++;
            if (untold.Count < Kept)
            {
                untold.Add(refusal);
            }
        }
    }
}
