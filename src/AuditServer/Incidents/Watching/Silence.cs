namespace AuditServer.Incidents.Watching;

/// <summary>The waits of watches: for something to come, or for a time to go by without it.</summary>
internal static class Silence
{
    /// <summary>Waits for something, no longer than a time.</summary>
    /// <param name="left">How much of the time is left, as the clock is now.</param>
    /// <param name="clock">The clock of the time.</param>
    /// <param name="wait">Waits for it.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>Whether it came; false when the time went by in silence.</returns>
    public static async Task<bool> BrokenWithinAsync(
        Func<TimeSpan> left, TimeProvider clock, Func<CancellationToken, Task> wait, CancellationToken cancel)
    {
        TimeSpan time = left();
        if (time <= TimeSpan.Zero)
        {
            return false;
        }

        using var silence = new CancellationTokenSource(time, clock);
        // The clock may have moved on between the question and the timer.
        if (left() <= TimeSpan.Zero)
        {
            return false;
        }

        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, silence.Token);
        try
        {
            await wait(either.Token);
            return true;
        }
        catch (OperationCanceledException) when (silence.IsCancellationRequested && !cancel.IsCancellationRequested)
        {
            return false;
        }
    }
}
