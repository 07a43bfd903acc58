namespace AuditServer.Rebuild;

/// <summary>A derived table, compared without knowing what its rows are.</summary>
internal abstract class DerivedTable
{
    /// <summary>Adds every difference between what is stored and what was recomputed.</summary>
    public abstract Task CompareAsync(IDerivedSnapshot stored, IDerivedSnapshot recomputed, Differences found, CancellationToken cancel);
}
