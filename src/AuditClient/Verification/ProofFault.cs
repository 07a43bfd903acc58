namespace CrimeAudit.Client;

/// <summary>Why a proof, a note or a receipt was rejected: each way of being forged or damaged has a reason of its own.</summary>
public enum ProofFault
{
    /// <summary>A verifier key is not <c>name+hash+base64</c> of an Ed25519 key, or its hash is not of that key.</summary>
    KeyMalformed,

    /// <summary>A note is not a text, an empty line, and signature lines.</summary>
    NoteMalformed,

    /// <summary>A note holds a control character, or is not well-formed UTF-8.</summary>
    NoteNotText,

    /// <summary>A note has more signatures than any log has keys.</summary>
    TooManySignatures,

    /// <summary>A signature line is not <c>— name base64</c> in canonical form.</summary>
    SignatureMalformed,

    /// <summary>None of the note's signatures is by a key that is trusted.</summary>
    NoTrustedSignature,

    /// <summary>A signature that names a trusted key is not by it.</summary>
    SignatureWrong,

    /// <summary>A checkpoint is not three lines: origin, size, root.</summary>
    CheckpointMalformed,

    /// <summary>A checkpoint is of another log.</summary>
    OtherOrigin,

    /// <summary>A number is not written as decimals without sign and leading zeros, or is beyond 2⁶³ - 1.</summary>
    NumberNotCanonical,

    /// <summary>A hash is not the canonical base64 of 32 bytes.</summary>
    HashNotCanonical,

    /// <summary>The index lies at or beyond the size of the tree.</summary>
    IndexOutsideTree,

    /// <summary>The older tree is larger than the newer one.</summary>
    SizesOutOfOrder,

    /// <summary>The path has fewer hashes than the tree asks for.</summary>
    PathTooShort,

    /// <summary>The path has more hashes than the tree asks for.</summary>
    PathTooLong,

    /// <summary>Leaf and path do not give the root of the checkpoint: another leaf, another place, or a damaged path.</summary>
    RootDiffers,

    /// <summary>The path does not give the older root.</summary>
    OlderRootDiffers,

    /// <summary>The path gives the older root and not the newer one.</summary>
    NewerRootDiffers,

    /// <summary>A proof text is not in the form of <c>c2sp.org/tlog-proof@v1</c>.</summary>
    ProofMalformed,

    /// <summary>A leaf is not in the form of <c>crimeaudit-leaf/1</c>.</summary>
    LeafMalformed,

    /// <summary>The leaf names another sender, request id, kind or time than the receipt is for.</summary>
    OtherEntry,

    /// <summary>The leaf's digest is not that of salt and stored bytes.</summary>
    DigestDiffers,

    /// <summary>The stored bytes are not what was sent.</summary>
    StoredBytesDiffer,

    /// <summary>What an entry held is said to be erased, and the entry that should say so does not.</summary>
    NotErased,

    /// <summary>The entries that were read do not give the root that was signed over them: one was changed, moved or replaced.</summary>
    EntriesDiffer,

    /// <summary>An entry that was signed was not among those that were read, or came at another's place.</summary>
    EntryMissing,

    /// <summary>An entry was accepted before the one that stands in front of it.</summary>
    TimesOutOfOrder,

    /// <summary>The service itself finds that what it holds of the log does not fit together, and cannot prove what it showed before.</summary>
    ServiceFoundDamage,

    /// <summary>The proof that was asked for did not come, or the service could not prove for too long how two checkpoints belong together.</summary>
    ProofWithheld,
}
