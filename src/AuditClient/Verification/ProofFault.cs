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

    /// <summary>A bundle is not in the form of <c>crimeaudit-bundle/1</c>: a line is unknown, misplaced, cut off, or not spelled as it must be.</summary>
    BundleMalformed,

    /// <summary>A bundle ends before its last line, or has lines after it.</summary>
    BundleCutOff,

    /// <summary>An entry of a bundle is not a step of its audit.</summary>
    OtherAudit,

    /// <summary>The steps of an audit do not stand in the order of the log, or one stands there twice.</summary>
    StepsOutOfOrder,

    /// <summary>The steps of an audit are not in the order that makes it one: commitments before the freeze, reveals after it, then the draw.</summary>
    CourseBroken,

    /// <summary>A step that the audit was made final with is not in the bundle, or one that it was not made final with is.</summary>
    StepsMissing,

    /// <summary>A secret that was revealed is not the one committed to.</summary>
    CommitmentDiffers,

    /// <summary>The draw used another seed than the reveals give.</summary>
    SeedDiffers,

    /// <summary>The units are not those whose digest was frozen.</summary>
    FrameDiffers,

    /// <summary>The tickets are not those that seed and frame give, or not those whose digest was logged.</summary>
    SampleDiffers,

    /// <summary>A step is about a report that was not drawn when it was taken, or that had been replaced.</summary>
    NotInSample,

    /// <summary>Somebody reviewed the same report twice, or judged the own review.</summary>
    ReviewerTwice,

    /// <summary>A step is not the next one on the course of its report: a review that no ticket asked for, a reconsideration without a dispute.</summary>
    ItemCourseBroken,

    /// <summary>The force answered when its window had ended, or its silence was taken for an answer before.</summary>
    WindowBroken,

    /// <summary>The audit is final although a report is not reviewed, or a dispute about one is not decided.</summary>
    ReviewUnfinished,

    /// <summary>The final estimate is not the one that the reviews give.</summary>
    EstimateDiffers,
}
