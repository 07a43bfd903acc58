namespace AuditServer.Rebuild;

/// <summary>The clock as it stood when a question was asked.</summary>
internal sealed class StoppedClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
