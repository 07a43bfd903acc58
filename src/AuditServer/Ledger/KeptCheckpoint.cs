namespace AuditServer.Ledger;

/// <summary>A checkpoint with its place among all that were ever signed.</summary>
internal sealed record KeptCheckpoint
{
    /// <summary>Entries of the tree that it speaks of.</summary>
    public long Size { get; init; }

    /// <summary>From 0; of one size there is more than one only after keys were changed.</summary>
    public int Version { get; init; }

    /// <summary>The signed note.</summary>
    public string Note { get; init; } = "";
}
