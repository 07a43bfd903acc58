namespace AuditServer.Rebuild.Rows;

/// <summary>A version of recorded-crime volumes, and the entry that holds it.</summary>
internal sealed record DerivedVolumeVersion
{
    public string Version { get; init; } = "";

    public long EntryIndex { get; init; }
}
