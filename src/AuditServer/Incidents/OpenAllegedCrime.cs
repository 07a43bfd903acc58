using AuditCore.Recording;
using AuditCore.Recording.Rules;
using AuditServer.Sequencing;
using CrimeAudit.V1;

namespace AuditServer.Incidents;

/// <summary>An alleged or presumed crime that nothing answers yet: what lists of overdue crimes read without folding.</summary>
internal sealed record OpenAllegedCrime
{
    public required string AllegedRef { get; init; }

    public required RollupCell Cell { get; init; }

    /// <summary>The force did not allege it.</summary>
    public bool Presumed { get; init; }

    /// <summary>When its clock started; null when that is not known to the instant.</summary>
    public long? ReportedMicros { get; init; }

    /// <summary>Until when it should be answered; null when its clock's start is not known to the instant.</summary>
    public long? DeadlineMicros { get; init; }

    /// <summary>Code of the offence; empty where a category is all that is known.</summary>
    public string OffenceCode { get; init; } = "";

    /// <summary>Category of the offence; empty where there is a code.</summary>
    public string OffenceCategory { get; init; } = "";

    /// <summary>Who reported the incident.</summary>
    public ReporterKind ReporterKind { get; init; }

    /// <summary>Points by which it is put worst first.</summary>
    public int Urgency { get; init; }

    public static OpenAllegedCrime Of(AllegedCrimeFold crime, IncidentState state, IRecordingReference reference) => new()
    {
        AllegedRef = crime.Alleged.AllegedRef,
        Cell = RollupContributions.CellOf(crime),
        Presumed = crime.PresumedBy is not null,
        ReportedMicros = crime.ReportedTime.Instant() is { } reported ? Micros.Of(reported) : null,
        DeadlineMicros = crime.Deadline is { } deadline ? Micros.Of(deadline) : null,
        OffenceCode = crime.Alleged.Offence.Code,
        OffenceCategory = crime.Alleged.Offence.Category,
        ReporterKind = state.ReporterKind,
        Urgency = DueCrimes.UrgencyOf(crime, state, reference, RuleBook.Published.Urgency),
    };
}
