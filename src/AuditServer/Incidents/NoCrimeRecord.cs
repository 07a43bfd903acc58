using AuditCore.Recording;
using AuditCore.Reference;
using AuditCore.Sampling;
using AuditServer.Sequencing;
using CrimeAudit.V1;
using OffenceGroup = AuditCore.Reference.OffenceGroup;

namespace AuditServer.Incidents;

/// <summary>
/// A record by which a force says that there is no crime: a cancelled crime, or a reported incident of rape (N100). Frames read them
/// without folding: an audit asks apart whether they are right.
/// </summary>
/// <param name="Kind">Which of the two.</param>
/// <param name="Sender">An N100: the system that told it; else empty.</param>
/// <param name="Ref">The crime's reference, or the request that told the N100.</param>
internal sealed record NoCrimeRecord(UnitKind Kind, string Sender, string Ref)
{
    /// <summary>When it was cancelled, or recorded.</summary>
    public required long Micros { get; init; }

    public TimePrecision Precision { get; init; }

    /// <summary>Bit g is set for the offence group g (the contract's numbers) of the crime; an N100 is of the sexual offences.</summary>
    public int Groups { get; init; }

    /// <summary>Why it was cancelled; unspecified for an N100.</summary>
    public CancellationReason Reason { get; init; }

    /// <summary>The N100's code; else empty.</summary>
    public string Code { get; init; } = "";

    /// <summary>The records of an incident. A crime that was reinstated stands, so it is none of them.</summary>
    public static IReadOnlyList<NoCrimeRecord> Of(IncidentState state) =>
    [
        .. state.CrimeRecords.Where(r => !r.Stands).Select(OfCrime),
        .. state.ReportedIncidentRecords.Where(r => r.IsOfRape).Select(OfReportedIncident),
    ];

    private static NoCrimeRecord OfCrime(CrimeRecordFold crime) => new(UnitKind.CancelledCrime, "", crime.CrimeRef)
    {
        Micros = Sequencing.Micros.Of(crime.CancelledTime!.Time.ToDateTimeOffset()),
        Precision = crime.CancelledTime.Precision,
        Groups = 1 << (int)crime.Class.Group().ToMessage(),
        Reason = crime.Cancelled,
    };

    private static NoCrimeRecord OfReportedIncident(ReportedIncidentFold incident) =>
        new(UnitKind.ReportedIncident, incident.SourceSystem, incident.RequestId)
        {
            Micros = Sequencing.Micros.Of(incident.RecordedTime.Time.ToDateTimeOffset()),
            Precision = incident.RecordedTime.Precision,
            Groups = 1 << (int)OffenceGroup.Sexual.ToMessage(),
            Code = incident.Code,
        };
}
