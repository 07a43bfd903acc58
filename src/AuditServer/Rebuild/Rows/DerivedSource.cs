namespace AuditServer.Rebuild.Rows;

/// <summary>A sending system, and when it was last heard of.</summary>
internal sealed record DerivedSource
{
    public string Force { get; init; } = "";

    public string SourceSystem { get; init; } = "";

    public long? LastAcceptedMicros { get; init; }

    public long? LastEventMicros { get; init; }
}
