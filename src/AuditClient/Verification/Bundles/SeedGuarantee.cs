namespace CrimeAudit.Client;

/// <summary>What makes it believable that nobody picked the sample.</summary>
public enum SeedGuarantee
{
    /// <summary>There is no seed yet.</summary>
    NoSeed,

    /// <summary>
    /// Lead and force both committed to a secret before the frame was frozen, and both revealed it afterwards. Neither could choose the
    /// seed; whoever revealed last could only have withheld the secret, which voids the audit for everybody to see.
    /// </summary>
    CommitReveal,

    /// <summary>The seed was made after the freeze before witnesses. That it was, rests on trust in them.</summary>
    TrustInWitnesses,
}
