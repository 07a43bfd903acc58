using AuditServer.Sequencing;

namespace AuditServer.Incidents;

/// <summary>What reading incidents needs of an engine.</summary>
internal interface IIncidentReads
{
    /// <summary>An incident with all its updates and the log's size, in one snapshot; null when there is none.</summary>
    ValueTask<(KnownIncident? Incident, LogHead Head)> ReadAsync(IncidentName name, CancellationToken cancel);

    /// <summary>A page of a force's incidents, in the order in which the log first heard of them.</summary>
    ValueTask<IReadOnlyList<ListedIncident>> ListAsync(IncidentQuery query, CancellationToken cancel);

    /// <summary>Some incidents whose rows an earlier program wrote, which did not derive all that is read of them; none when there are no
    /// more.</summary>
    ValueTask<IReadOnlyList<IncidentName>> FindUnderivedAsync(int atMost, CancellationToken cancel);
}

/// <summary>Which incidents of a force, after which one, and how many.</summary>
internal sealed record IncidentQuery(string Force, long? FromMicros, long? ToMicros, int Status, long After, int PageSize);

/// <summary>An incident in a list.</summary>
internal sealed record ListedIncident
{
    public long IncidentId { get; init; }

    public string Force { get; init; } = "";

    public string SourceSystem { get; init; } = "";

    public string Ref { get; init; } = "";

    public int Status { get; init; }

    public long? ReportedMicros { get; init; }

    public int ReportedPrecision { get; init; }

    public string OpeningCode { get; init; } = "";

    public int AllegedCrimes { get; init; }

    public int OpenCrimes { get; init; }

    public int CrimeRecords { get; init; }
}
