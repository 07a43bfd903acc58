namespace CrimeAudit.Client;

/// <summary>A log whose proofs are believed: its origin and the keys that may sign for it.</summary>
public sealed class TrustedLog
{
    /// <summary>Trusts a log by its keys; the origin is their common name.</summary>
    /// <param name="keys">At least one; several while a key is being replaced.</param>
    /// <exception cref="ProofRejectedException">There is none, or they are of different names.</exception>
    public TrustedLog(params IReadOnlyList<VerifierKey> keys)
    {
        string[] names = [.. keys.Select(k => k.Name).Distinct(StringComparer.Ordinal)];
        if (names.Length != 1)
        {
            throw new ProofRejectedException(ProofFault.KeyMalformed, "A log has at least one key, and all its keys have its origin for a name.");
        }

        (Origin, Keys) = (names[0], keys);
    }

    /// <summary>Who the log says it is in its checkpoints.</summary>
    public string Origin { get; }

    /// <summary>The keys.</summary>
    public IReadOnlyList<VerifierKey> Keys { get; }

    /// <summary>Opens a checkpoint of this log.</summary>
    /// <param name="note">The signed note.</param>
    /// <returns>What the log has signed.</returns>
    /// <exception cref="ProofRejectedException">It is damaged, forged, or another log's.</exception>
    public LogCheckpoint Open(string note)
    {
        string[] lines = SignedNote.Open(note, Keys).Split('\n');
        // The text ends with a line feed, so a whole checkpoint splits into its three lines and an empty rest. Lines more could
        // say anything, and nobody would check it.
        if (lines.Length != 4)
        {
            throw new ProofRejectedException(ProofFault.CheckpointMalformed, "A checkpoint has three lines: origin, size and root.");
        }

        return lines[0] == Origin
            ? new LogCheckpoint(Origin, CanonicalText.Number(lines[1], "size"), CanonicalText.Hash(lines[2], "root"), note)
            : throw new ProofRejectedException(ProofFault.OtherOrigin, $"The checkpoint is of another log than {Origin}.");
    }
}
