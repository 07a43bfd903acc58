namespace Bench.Ingest;

/// <summary>Updates a second of each way, a value a round.</summary>
internal sealed class IngestRounds
{
    /// <summary>Into the server.</summary>
    public List<double> Streamed { get; } = [];

    /// <summary>Into the server, from its start on.</summary>
    public List<double> Cold { get; } = [];

    /// <summary>The rows that it stored, written straight.</summary>
    public List<double> SameRows { get; } = [];

    /// <summary>The rows of a log alone, written straight.</summary>
    public List<double> LogRows { get; } = [];

    /// <summary>Into an echo that stores nothing.</summary>
    public List<double> Echo { get; } = [];

    /// <summary>Into an echo that stores a bare log.</summary>
    public List<double> DurableEcho { get; } = [];

    /// <summary>Into the server, incident by incident.</summary>
    public List<double> ByIncident { get; } = [];

    /// <summary>Into the server, each receipt verified by the client.</summary>
    public List<double> Verified { get; } = [];

    /// <summary>Into a minimal API, a request an update.</summary>
    public List<double> OneRequest { get; } = [];

    /// <summary>Into a minimal API, many updates a request.</summary>
    public List<double> Batched { get; } = [];
}
