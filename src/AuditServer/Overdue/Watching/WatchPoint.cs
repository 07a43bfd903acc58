namespace AuditServer.Overdue.Watching;

/// <summary>Of what log, and at what time, something is so.</summary>
/// <param name="TreeSize">Entries of the log that were looked at.</param>
/// <param name="Micros">Deadlines before this have passed.</param>
internal readonly record struct WatchPoint(long TreeSize, long Micros)
{
    /// <summary>This point, or where it lies before another that one.</summary>
    public WatchPoint AtLeast(WatchPoint other) => new(Math.Max(TreeSize, other.TreeSize), Math.Max(Micros, other.Micros));

    /// <summary>Whether nothing is left between another point and this one.</summary>
    public bool Reaches(WatchPoint other) => TreeSize >= other.TreeSize && Micros >= other.Micros;
}
