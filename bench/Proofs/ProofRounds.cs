namespace Bench.Proofs;

/// <summary>What each way gave a second, a value a round.</summary>
internal sealed class ProofRounds
{
    /// <summary>Proofs of the server.</summary>
    public List<double> Proofs { get; } = [];

    /// <summary>Answers as large of an echo.</summary>
    public List<double> Echoed { get; } = [];

    /// <summary>Entries read from the server.</summary>
    public List<double> Read { get; } = [];

    /// <summary>Entries as large read from an echo.</summary>
    public List<double> EchoRead { get; } = [];

    /// <summary>Entries that a watch caught up with.</summary>
    public List<double> Watched { get; } = [];

    /// <summary>Rows read straight from the file.</summary>
    public List<double> Selected { get; } = [];
}
