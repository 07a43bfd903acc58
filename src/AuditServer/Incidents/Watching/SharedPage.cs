namespace AuditServer.Incidents.Watching;

/// <summary>A page of the log, read once for all who wait for it.</summary>
#pragma warning disable CA1001 // The source has no timer to dispose of, and a reading may still look at it when everybody has left.
internal sealed class SharedPage
#pragma warning restore CA1001
{
    private readonly CancellationTokenSource left = new();

    /// <param name="since">When it was asked for first.</param>
    /// <param name="read">Reads it.</param>
    public SharedPage(long since, Func<CancellationToken, Task<IReadOnlyList<ToldUpdate>>> read)
    {
        Since = since;
        Told = Task.Run(() => read(left.Token), CancellationToken.None);
    }

    /// <summary>When it was asked for first.</summary>
    public long Since { get; }

    /// <summary>What stands in it, once it is read.</summary>
    public Task<IReadOnlyList<ToldUpdate>> Told { get; }

    /// <summary>How many wait for it.</summary>
    public int Waiting { get; set; }

    /// <summary>Nobody waits any more.</summary>
    public void Cancel() => left.Cancel();
}
