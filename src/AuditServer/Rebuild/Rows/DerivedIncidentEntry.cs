namespace AuditServer.Rebuild.Rows;

/// <summary>An entry that speaks of an incident.</summary>
internal sealed record DerivedIncidentEntry
{
    public long IncidentId { get; init; }

    public long EntryIndex { get; init; }
}
