using AuditServer.Errors;

namespace AuditServer.Sequencing;

/// <summary>A step of its own, such as a review: decided and written inside the turn.</summary>
internal abstract class StepWork(int weight) : Work(weight)
{
    /// <summary>Writes what it has to write into the turn. Its caller completes only after the commit.</summary>
    /// <exception cref="Fault">It was refused, and wrote nothing.</exception>
    public abstract ValueTask RunAsync(Turn turn, CancellationToken cancel);
}

/// <summary>A step with its answer.</summary>
internal sealed class StepWork<T>(Func<Turn, CancellationToken, ValueTask<T>> step) : StepWork(weight: 1)
{
    private readonly TaskCompletionSource<T> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? result;

    public Task<T> Done => done.Task;

    public override async ValueTask RunAsync(Turn turn, CancellationToken cancel) => result = await step(turn, cancel);

    public override void Succeed() => done.TrySetResult(result!);

    public override void Fail(Exception exception) => done.TrySetException(exception);
}
