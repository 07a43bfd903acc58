namespace AuditCore.Sampling;

/// <summary>What a unit of a frame is.</summary>
public enum UnitKind
{
    /// <summary>A report: an incident, or a crime recorded directly.</summary>
    Report = 0,

    /// <summary>A crime record that was cancelled.</summary>
    CancelledCrime = 1,

    /// <summary>A reported incident of rape, N100.</summary>
    ReportedIncident = 2,
}
