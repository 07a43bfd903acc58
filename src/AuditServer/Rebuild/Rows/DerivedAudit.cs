namespace AuditServer.Rebuild.Rows;

/// <summary>An audit, with its document as stored. How often its freeze was attempted is in no entry, and not here.</summary>
internal sealed record DerivedAudit
{
    public long AuditNo { get; init; }

    public string AuditId { get; init; } = "";

    public string Force { get; init; } = "";

    public long? RevealDueMicros { get; init; }

    public byte[] Document { get; init; } = [];
}
