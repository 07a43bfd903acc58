namespace AuditServer.Rebuild;

/// <summary>A derived table, compared without knowing what its rows are.</summary>
internal abstract class DerivedTable
{
    /// <summary>Its name, the same on every engine.</summary>
    public abstract string Name { get; }

    /// <summary>Every column that is held against the log, those of the key first.</summary>
    public abstract IEnumerable<string> Columns { get; }

    /// <summary>Adds every difference between what is stored and what was recomputed.</summary>
    public abstract Task CompareAsync(IDerivedSnapshot stored, IDerivedSnapshot recomputed, Differences found, CancellationToken cancel);
}
