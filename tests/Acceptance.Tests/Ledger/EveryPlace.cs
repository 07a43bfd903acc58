using AuditServer.Checking;

namespace Acceptance.Tests.Ledger;

/// <summary>Chooses one place after the other, so that as many looks as there are places look at each once.</summary>
internal sealed class EveryPlace : IRandomPlaces
{
    private long chosen;

    /// <summary>How many were chosen.</summary>
    public long Chosen => Volatile.Read(ref chosen);

    public long Below(long bound) => (Interlocked.Increment(ref chosen) - 1) % bound;
}
