namespace AuditCore.Recording;

/// <summary>
/// What is counted in a cell. Alleged and presumed crimes are counted apart, so that either figure can be given alone. The numbers are
/// stored: they never change.
/// </summary>
public enum RollupCount
{
    /// <summary>Alleged crimes recorded within the deadline.</summary>
    RecordedInTime = 0,

    /// <summary>Recorded after it.</summary>
    RecordedLate = 1,

    /// <summary>Recorded, one of the times not known to the instant.</summary>
    RecordedTimeUnknown = 2,

    /// <summary>Recorded and cancelled since.</summary>
    Cancelled = 3,

    /// <summary>Answered by a recorded reason.</summary>
    NotRecordedWithReason = 4,

    /// <summary>Answered by an N-code.</summary>
    ReportedIncident = 5,

    /// <summary>Unanswered, with a deadline; whether it has passed depends on the time of asking.</summary>
    Open = 6,

    /// <summary>Unanswered, without a deadline.</summary>
    OpenTimeUnknown = 7,

    /// <summary>Crime records that answer no alleged or presumed crime, direct ones aside.</summary>
    UnmatchedCrimeRecord = 8,

    /// <summary>Crime records recorded directly.</summary>
    DirectCrimeRecord = 9,

    /// <summary>Presumed crimes recorded within the deadline.</summary>
    PresumedRecordedInTime = 10,

    /// <summary>Presumed crimes recorded after it.</summary>
    PresumedRecordedLate = 11,

    /// <summary>Presumed crimes recorded, one of the times not known to the instant.</summary>
    PresumedRecordedTimeUnknown = 12,

    /// <summary>Presumed crimes recorded and cancelled since.</summary>
    PresumedCancelled = 13,

    /// <summary>Presumed crimes answered by a recorded reason.</summary>
    PresumedNotRecordedWithReason = 14,

    /// <summary>Presumed crimes answered by an N-code.</summary>
    PresumedReportedIncident = 15,

    /// <summary>Presumed crimes unanswered, with a deadline.</summary>
    PresumedOpen = 16,

    /// <summary>Presumed crimes unanswered, without a deadline.</summary>
    PresumedOpenTimeUnknown = 17,
}
