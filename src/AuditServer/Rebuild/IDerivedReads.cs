namespace AuditServer.Rebuild;

/// <summary>What holding the derived tables against the log needs of an engine.</summary>
internal interface IDerivedReads
{
    /// <summary>Begins a reading of which everything is of one moment, while writing goes on.</summary>
    ValueTask<IDerivedSnapshot> SnapshotAsync(CancellationToken cancel);
}
