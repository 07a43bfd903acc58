namespace AuditServer.Sequencing;

/// <summary>Where the log ends.</summary>
/// <param name="Size">Its entries.</param>
/// <param name="AcceptedMicros">The accepted time of the last one; 0 when there is none.</param>
/// <param name="Root">The root of its tree; null where it was not asked for, and while the tree of an older log is not derived.</param>
internal readonly record struct LogHead(long Size, long AcceptedMicros, byte[]? Root)
{
    /// <summary>Whether it is the end of the same log at the same moment, as far as roots are known.</summary>
    public bool IsSameAs(LogHead other) =>
        Size == other.Size && AcceptedMicros == other.AcceptedMicros
            && (Root is null || other.Root is null || Root.AsSpan().SequenceEqual(other.Root));
}
