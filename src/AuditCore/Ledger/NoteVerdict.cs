namespace AuditCore.Ledger;

/// <summary>What a note was found to be.</summary>
public enum NoteVerdict
{
    /// <summary>A known key signed it, and no signature of a known key is wrong.</summary>
    Verified,

    /// <summary>None of its signatures is of a known key.</summary>
    NoKnownKey,

    /// <summary>A signature of a known key is wrong.</summary>
    WrongSignature,
}
