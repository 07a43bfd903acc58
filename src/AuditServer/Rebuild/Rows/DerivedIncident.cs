namespace AuditServer.Rebuild.Rows;

/// <summary>An incident as lists and frames read it. The source is null where its id stands for none.</summary>
internal sealed record DerivedIncident
{
    public long IncidentId { get; init; }

    public string Force { get; init; } = "";

    public string? SourceForce { get; init; }

    public string? SourceSystem { get; init; }

    public string Ref { get; init; } = "";

    public int Status { get; init; }

    public long? ReportedMicros { get; init; }

    public int ReportedPrecision { get; init; }

    public int? Channel { get; init; }

    public string OpeningCode { get; init; } = "";

    public string? ClosingCode { get; init; }

    /// <summary>Null: a program wrote the row that did not count by further dimensions.</summary>
    public string? Area { get; init; }

    public string Qualifiers { get; init; } = "";

    public int Groups { get; init; }

    /// <summary>Null: a program wrote the row that did not derive what frames read.</summary>
    public int? ReporterKind { get; init; }

    public int? UnrecordedReasons { get; init; }

    public int AllegedCrimes { get; init; }

    public int OpenCrimes { get; init; }

    public int CrimeRecords { get; init; }
}
