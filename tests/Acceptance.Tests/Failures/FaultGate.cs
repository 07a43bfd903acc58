namespace Acceptance.Tests.Failures;

/// <summary>Holds a statement up, as a slow or hanging engine does.</summary>
internal sealed class FaultGate
{
    private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Done when the statement is held up.</summary>
    public Task Reached => reached.Task;

    /// <summary>Lets it go on.</summary>
    public void Release() => released.TrySetResult();

    /// <summary>Waits as a driver without asynchronous calls does.</summary>
    public void Wait()
    {
        reached.TrySetResult();
        released.Task.Wait(TestContext.Current.CancellationToken);
    }
}
