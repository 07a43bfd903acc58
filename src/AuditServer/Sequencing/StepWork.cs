using AuditServer.Errors;

namespace AuditServer.Sequencing;

/// <summary>A step of its own, such as a review: decided and written inside the turn.</summary>
/// <remarks>
/// A turn can be run again after it was undone, and even after it was made durable when that answer was lost, so a step
/// must be safe to run twice. Those there are: a step under a request id (plans, commitments, reveals, freezes, draws,
/// reviews, volumes, redactions) finds its entry and answers as the first time; beginning a freeze takes a later attempt's number,
/// and only that one is told to its caller; dropping leftovers drops what is left; units of a frame and items of a sample
/// that are staged already stay as they are. What a step captures it does not change.
/// </remarks>
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
