namespace Acceptance.Tests.Failures;

/// <summary>What goes wrong with a statement.</summary>
internal sealed record Injected(Exception? Failure, bool AfterEffect, FaultGate? Gate)
{
    public void Before()
    {
        Gate?.Wait();
        if (Failure is not null && !AfterEffect)
        {
            throw Failure;
        }
    }

    public void After()
    {
        if (Failure is not null)
        {
            throw Failure;
        }
    }
}
