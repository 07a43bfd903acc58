namespace AuditCore.Reference;

/// <summary>What an inspection of crime data integrity published about a force. Rates are percent, 0 to 100; null is "not published".</summary>
public sealed record PublishedResult
{
    /// <summary>Line of the file, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>Slug of the force.</summary>
    public required string Force { get; init; }

    /// <summary>The inspection: "CDI 2017", "CDI re-inspection 2019".</summary>
    public required string Programme { get; init; }

    /// <summary>First day of the reports audited.</summary>
    public required DateOnly? AuditStart { get; init; }

    /// <summary>Last day of the reports audited.</summary>
    public required DateOnly? AuditEnd { get; init; }

    /// <summary>When it was published; of some, only the month is known.</summary>
    public required StatedDate Published { get; init; }

    /// <summary>Crimes recorded, in percent of those that should have been (taken as recorded at all).</summary>
    public required double? OverallRate { get; init; }

    /// <summary>Half-width of the 95 % interval of the overall rate, in percentage points.</summary>
    public required double? OverallHalfWidth { get; init; }

    /// <summary>Estimate of the crimes not recorded in a year.</summary>
    public required int? UnrecordedPerYear { get; init; }

    /// <summary>Rate for violence, in percent.</summary>
    public required double? ViolenceRate { get; init; }

    /// <summary>Half-width of the 95 % interval of the rate for violence, in percentage points.</summary>
    public required double? ViolenceHalfWidth { get; init; }

    /// <summary>Rate for sexual offences, in percent.</summary>
    public required double? SexualRate { get; init; }

    /// <summary>Reports audited.</summary>
    public required int? ReportsAudited { get; init; }

    /// <summary>Overall grade.</summary>
    public required PublishedGrade? OverallGrade { get; init; }

    /// <summary>Grade for the first question: how effective the force is at recording crime.</summary>
    public required PublishedGrade? EffectivenessGrade { get; init; }

    /// <summary>Where the figures were published, as noted when they were gathered.</summary>
    public required string Source { get; init; }
}
