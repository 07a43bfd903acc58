using AuditServer.Ledger;
using AuditServer.Sequencing;
using CrimeAudit.V1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace AuditServer.Overdue.Watching;

/// <summary>Of what log, and at what time, something is so.</summary>
/// <param name="TreeSize">Entries of the log that were looked at.</param>
/// <param name="Micros">Deadlines before this have passed.</param>
/// <param name="Root">Root of the tree over these entries.</param>
internal readonly record struct WatchPoint(long TreeSize, long Micros, ByteString Root)
{
    /// <summary>The end of the log, at a time.</summary>
    public static WatchPoint Of(LogHead head, long micros) => new(head.Size, micros, head.RootHash());

    /// <summary>This point, or where it lies before another that one.</summary>
    public WatchPoint AtLeast(WatchPoint other) =>
        (TreeSize >= other.TreeSize ? this : other) with { Micros = Math.Max(Micros, other.Micros) };

    /// <summary>Whether nothing is left between another point and this one.</summary>
    public bool Reaches(WatchPoint other) => TreeSize >= other.TreeSize && Micros >= other.Micros;

    /// <summary>As messages tell it.</summary>
    public AsOf ToAsOf() => new() { TreeSize = TreeSize, RootHash = Root, EvaluatedTime = Sequencing.Micros.ToTime(Micros).ToTimestamp() };
}
