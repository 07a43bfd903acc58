using AuditServer.Sequencing;

namespace AuditServer.Storage.SqlServer;

/// <summary>The head of the log as it is stored.</summary>
internal sealed class HeadRow
{
    public long Size { get; init; }

    public DateTime Accepted { get; init; }

    public byte[]? Root { get; init; }

    public LogHead ToHead() => new(Size, SqlTime.ToMicros(Accepted), Root);
}
