namespace AuditClient.Tests.Infrastructure;

/// <summary>A count that others wait for.</summary>
internal sealed class Milestones
{
    private readonly Lock gate = new();
    private readonly List<(int Count, TaskCompletionSource Reached)> waits = [];
    private int count;

    public void Reach(int now)
    {
        lock (gate)
        {
            count = now;
            foreach ((_, TaskCompletionSource reached) in waits.Where(wait => wait.Count <= count))
            {
                reached.TrySetResult();
            }
        }
    }

    public Task ReachedAsync(int wanted)
    {
        lock (gate)
        {
            TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
            waits.Add((wanted, reached));
            if (wanted <= count)
            {
                reached.SetResult();
            }

            return reached.Task;
        }
    }
}
