namespace CrimeAudit.Client;

/// <summary>
/// How a client makes sure that what it was told is in the log, and stays there. On by default: every receipt is verified, by the keys
/// that the service names at first contact unless better ones are given.
/// </summary>
public sealed class LogVerificationOptions
{
    /// <summary>
    /// Share of receipts that are verified, 0 to 1. Default 1: each comes with its proof. Below 1, proofs of a random choice are asked
    /// for afterwards, so that the service cannot know which when it accepts. 0: none.
    /// </summary>
    public double Share { get; set; } = 1;

    /// <summary>
    /// Verifier keys (<c>name+hash+base64</c>) of the log, had from its operator by another way than the service; several while a key is
    /// replaced. Empty (the default): the keys that the service names at first contact are believed for the life of the client, which
    /// finds out a log that changes, but not an impostor.
    /// </summary>
    public IList<string> Keys { get; } = [];

    /// <summary>
    /// Remembers what was seen. Default: memory of this client; with <see cref="FileCheckpointStore"/> it outlives the process.
    /// </summary>
    public ICheckpointStore Store { get; set; } = new MemoryCheckpointStore();

    /// <summary>
    /// How long a log may show less than was seen before, as a replica that lags behind does, until it counts as rolled back. Calls wait
    /// so long at most. Default 30 s.
    /// </summary>
    public TimeSpan RolledBackAfter { get; set; } = TimeSpan.FromSeconds(30);

    internal IEnumerable<string> Problems()
    {
        if (Share is not (>= 0 and <= 1))
        {
            yield return $"Verification.Share is {Share}; it must be 0 to 1.";
        }

        if (RolledBackAfter < TimeSpan.Zero)
        {
            yield return $"Verification.RolledBackAfter is {RolledBackAfter}; it must not be negative.";
        }

        if (Store is null)
        {
            yield return "Verification.Store is missing.";
        }

        foreach (string key in Keys)
        {
            if (ProblemOf(key) is { } problem)
            {
                yield return $"Verification.Keys holds '{key}': {problem}";
            }
        }
    }

    private static string? ProblemOf(string key)
    {
        try
        {
            _ = VerifierKey.Parse(key);
            return null;
        }
        catch (ProofRejectedException rejected)
        {
            return rejected.Message;
        }
    }
}
