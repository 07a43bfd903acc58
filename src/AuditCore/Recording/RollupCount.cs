namespace AuditCore.Recording;

/// <summary>What is counted in a cell.</summary>
public enum RollupCount
{
    /// <summary>Alleged crimes recorded within the deadline.</summary>
    RecordedInTime,

    /// <summary>Recorded after it.</summary>
    RecordedLate,

    /// <summary>Recorded, one of the times not known to the instant.</summary>
    RecordedTimeUnknown,

    /// <summary>Recorded and cancelled since.</summary>
    Cancelled,

    /// <summary>Answered by a recorded reason.</summary>
    NotRecordedWithReason,

    /// <summary>Answered by an N-code.</summary>
    ReportedIncident,

    /// <summary>Unanswered, with a deadline; whether it has passed depends on the time of asking.</summary>
    Open,

    /// <summary>Unanswered, without a deadline.</summary>
    OpenTimeUnknown,

    /// <summary>Crime records that answer no alleged crime, direct ones aside.</summary>
    UnmatchedCrimeRecord,

    /// <summary>Crime records recorded directly.</summary>
    DirectCrimeRecord,
}
