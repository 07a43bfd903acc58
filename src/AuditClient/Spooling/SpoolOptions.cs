namespace CrimeAudit.Client;

/// <summary>
/// Where an <see cref="IncidentWriter"/> keeps updates until the service has them: with a spool what was written outlives this
/// process, and a day without the service. The format of its files is in the README of the package.
/// </summary>
public sealed class SpoolOptions
{
    /// <summary>
    /// The folder of the spool, on a local disk; made when it is missing, open to its owner alone. It belongs to one writer at a time,
    /// and to one service: what one writer left, the next one there sends. Empty (the default) is refused.
    /// </summary>
    public string Directory { get; set; } = "";

    /// <summary>
    /// Most bytes on disk. Default 1 GiB, some two million updates of ordinary size. A write that finds the spool full waits until the
    /// service has taken enough. An update larger than this has it to itself.
    /// </summary>
    public long MaxSize { get; set; } = 1024L * 1024 * 1024;

    /// <summary>
    /// Bytes after which a new file is begun. Default 16 MiB; at most half of <see cref="MaxSize"/>. Room is made by whole files, once
    /// the service has all that is in one.
    /// </summary>
    public long SegmentSize { get; set; } = 16 * 1024 * 1024;

    /// <summary>
    /// Whether a write waits until the disk itself has the update (fsync; one for all writes that wait together). Default: yes, and what
    /// was written outlives a loss of power. No: the operating system has it, and it outlives the end of the process alone.
    /// </summary>
    public bool FlushToDisk { get; set; } = true;

    /// <summary>
    /// How long a disposal waits without a single result of the service before it leaves the rest to the next writer. Default 5 s.
    /// Zero: it waits for nothing.
    /// </summary>
    public TimeSpan ClosingWait { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Told once, when the writer opens, what it found. Null (the default): nobody is told. What it throws fails the opening.
    /// </summary>
    public Action<SpoolRecovery>? OnRecovered { get; set; }

    internal ISpoolDisk Disk { get; set; } = new SpoolDisk();

    internal SpoolOptions Clone() => (SpoolOptions)MemberwiseClone();

    internal IEnumerable<string> Problems()
    {
        if (string.IsNullOrWhiteSpace(Directory))
        {
            yield return "Spool.Directory is missing.";
        }

        if (SegmentSize < 1 || MaxSize / 2 < SegmentSize)
        {
            yield return $"Spool.SegmentSize is {SegmentSize} and Spool.MaxSize {MaxSize}; both must be positive, the first at most half of the second.";
        }

        if (ClosingWait < TimeSpan.Zero)
        {
            yield return $"Spool.ClosingWait is {ClosingWait}; it must not be negative.";
        }
    }
}
