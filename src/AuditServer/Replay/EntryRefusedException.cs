namespace AuditServer.Replay;

/// <summary>An entry cannot be replayed. What stood before it is written, and it is not.</summary>
/// <param name="index">Its index.</param>
/// <param name="reason">Why not.</param>
/// <param name="inner">What was found.</param>
internal sealed class EntryRefusedException(long index, string reason, Exception? inner = null)
    : Exception($"Entry {index}: {reason}", inner)
{
    public long Index => index;

    public string Reason => reason;
}
