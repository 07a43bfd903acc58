namespace AuditCore.Ledger;

/// <summary>What a proof was found to be.</summary>
public enum ProofVerdict
{
    /// <summary>It proves what it says.</summary>
    Valid,

    /// <summary>A size or an index is negative.</summary>
    NegativeNumber,

    /// <summary>The tree has no leaves, so nothing is in it.</summary>
    EmptyTree,

    /// <summary>The index is not below the size of the tree.</summary>
    IndexBeyondTree,

    /// <summary>The earlier tree is the larger one.</summary>
    SizesReversed,

    /// <summary>A hash has not 32 bytes.</summary>
    HashLength,

    /// <summary>The path ends below the root.</summary>
    PathTooShort,

    /// <summary>The path goes on past the root.</summary>
    PathTooLong,

    /// <summary>The path leads to another root.</summary>
    OtherRoot,

    /// <summary>The path does not begin with the root of the earlier tree.</summary>
    OtherFirstRoot,
}
