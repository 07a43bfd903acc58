using AuditServer.Rates;

namespace AuditServer.Storage.SqlServer;

/// <summary>When a sending system was last heard of, as the engine has it.</summary>
internal sealed class SourceTimes
{
    public string SourceSystem { get; init; } = "";

    public DateTime LastAccepted { get; init; }

    public DateTime? LastEvent { get; init; }

    public SourceRow ToRow() => new()
    {
        SourceSystem = SourceSystem,
        LastAcceptedMicros = SqlTime.ToMicros(LastAccepted),
        LastEventMicros = SqlTime.ToMicros(LastEvent),
    };
}
