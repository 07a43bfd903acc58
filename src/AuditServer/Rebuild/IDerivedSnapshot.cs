using AuditServer.Sequencing;

namespace AuditServer.Rebuild;

/// <summary>
/// The derived tables as of one moment, whole and row by row: they can hold millions. In a form that is the same on every
/// engine: times in microseconds, sending systems by name.
/// </summary>
internal interface IDerivedSnapshot : IAsyncDisposable
{
    /// <summary>Where the head says that the log ends.</summary>
    LogHead Head { get; }

    /// <summary>How many entries there are, by their last index. The head should say the same.</summary>
    long Entries { get; }

    /// <summary>Sending systems, in any order.</summary>
    IAsyncEnumerable<DerivedSource> ReadSourcesAsync(CancellationToken cancel);

    /// <summary>Incidents by id.</summary>
    IAsyncEnumerable<DerivedIncident> ReadIncidentsAsync(CancellationToken cancel);

    /// <summary>Which entries speak of which incident, by both.</summary>
    IAsyncEnumerable<DerivedIncidentEntry> ReadIncidentEntriesAsync(CancellationToken cancel);

    /// <summary>Open crimes by incident; those of an incident in any order.</summary>
    IAsyncEnumerable<DerivedOpenCrime> ReadOpenCrimesAsync(CancellationToken cancel);

    /// <summary>Live counts by force, month, class and what is counted, without those of nothing: how turns were cut decides whether they have a row.</summary>
    IAsyncEnumerable<DerivedRollup> ReadRollupsAsync(CancellationToken cancel);

    /// <summary>Audits by number.</summary>
    IAsyncEnumerable<DerivedAudit> ReadAuditsAsync(CancellationToken cancel);

    /// <summary>Units staged for frames, by audit, stratum and id.</summary>
    IAsyncEnumerable<DerivedFrameUnit> ReadFrameUnitsAsync(CancellationToken cancel);

    /// <summary>Units staged for samples, by audit, stratum and place.</summary>
    IAsyncEnumerable<DerivedSampleItem> ReadSampleItemsAsync(CancellationToken cancel);

    /// <summary>Versions of recorded-crime volumes, in any order.</summary>
    IAsyncEnumerable<DerivedVolumeVersion> ReadVolumeVersionsAsync(CancellationToken cancel);
}

/// <summary>A sending system, and when it was last heard of.</summary>
internal sealed record DerivedSource
{
    public string Force { get; init; } = "";

    public string SourceSystem { get; init; } = "";

    public long? LastAcceptedMicros { get; init; }

    public long? LastEventMicros { get; init; }
}

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

    public string OpeningCode { get; init; } = "";

    public string Qualifiers { get; init; } = "";

    public int Groups { get; init; }

    public int AllegedCrimes { get; init; }

    public int OpenCrimes { get; init; }

    public int CrimeRecords { get; init; }
}

/// <summary>An entry that speaks of an incident.</summary>
internal sealed record DerivedIncidentEntry
{
    public long IncidentId { get; init; }

    public long EntryIndex { get; init; }
}

/// <summary>An alleged or presumed crime that nothing answers yet.</summary>
internal sealed record DerivedOpenCrime
{
    public long IncidentId { get; init; }

    public string AllegedRef { get; init; } = "";

    public string Force { get; init; } = "";

    public long? DeadlineMicros { get; init; }

    public int Month { get; init; }

    public int Class { get; init; }
}

/// <summary>A live count.</summary>
internal sealed record DerivedRollup
{
    public string Force { get; init; } = "";

    public int Month { get; init; }

    public int Class { get; init; }

    public int Counted { get; init; }

    public long Number { get; init; }
}

/// <summary>An audit, with its document as stored. How often its freeze was attempted is in no entry, and not here.</summary>
internal sealed record DerivedAudit
{
    public long AuditNo { get; init; }

    public string AuditId { get; init; } = "";

    public string Force { get; init; } = "";

    public byte[] Document { get; init; } = [];
}

/// <summary>A unit of a frame.</summary>
internal sealed record DerivedFrameUnit
{
    public long AuditNo { get; init; }

    public int Stratum { get; init; }

    public string UnitId { get; init; } = "";
}

/// <summary>A unit drawn, and the entry that reviews it.</summary>
internal sealed record DerivedSampleItem
{
    public long AuditNo { get; init; }

    public int Stratum { get; init; }

    public long Position { get; init; }

    public string UnitId { get; init; } = "";

    public string Ticket { get; init; } = "";

    public long? ReviewEntry { get; init; }
}

/// <summary>A version of recorded-crime volumes, and the entry that holds it.</summary>
internal sealed record DerivedVolumeVersion
{
    public string Version { get; init; } = "";

    public long EntryIndex { get; init; }
}
