namespace AuditClient.Tests.Infrastructure;

/// <summary>Bounds every wait of a test: what never comes is a failure, not a hanging run.</summary>
internal static class Waiting
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static Task Soon(this Task task) => task.WaitAsync(Patience);

    public static Task<T> Soon<T>(this Task<T> task) => task.WaitAsync(Patience);

    public static Task Soon(this ValueTask task) => task.AsTask().Soon();
}
