namespace AuditServer.Rebuild.Rows;

/// <summary>A month of which anything is counted and which is marked.</summary>
internal sealed record DerivedRollupMonth
{
    public string Force { get; init; } = "";

    public int Month { get; init; }
}
