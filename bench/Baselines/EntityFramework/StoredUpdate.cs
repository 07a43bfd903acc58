namespace Bench.Baselines.EntityFramework;

/// <summary>An update as it is kept.</summary>
internal sealed class StoredUpdate
{
    /// <summary>Its number.</summary>
    public long Id { get; set; }

    /// <summary>The incident that it is of.</summary>
    public StoredIncident Incident { get; set; } = null!;

    /// <summary>Slug of the force.</summary>
    public string Force { get; set; } = "";

    /// <summary>The sending system.</summary>
    public string SourceSystem { get; set; } = "";

    /// <summary>Its request id, once for all time.</summary>
    public string RequestId { get; set; } = "";

    /// <summary>When it happened.</summary>
    public DateTime At { get; set; }

    /// <summary>What happened.</summary>
    public string Kind { get; set; } = "";

    /// <summary>All of it, as it came.</summary>
    public string Body { get; set; } = "";
}
