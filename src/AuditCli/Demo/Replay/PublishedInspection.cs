using CrimeAudit.V1;

namespace AuditCli.Demo.Replay;

/// <summary>
/// What an inspection of Thames Valley Police published, and the simulated frame that its replay is drawn from.
/// Source of the counts: HMICFRS, crime data integrity inspection reports of 2018 and 2019 (Open Government Licence v3.0).
/// </summary>
internal sealed record PublishedInspection
{
    /// <summary>Year by which the inspection is known.</summary>
    public required string Name { get; init; }

    /// <summary>Programme in the published results.</summary>
    public required string Programme { get; init; }

    /// <summary>First day of the window.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day; volumes are of the 12 months to it.</summary>
    public required DateOnly To { get; init; }

    /// <summary>The strata that the reports audited were drawn from.</summary>
    public required IReadOnlyList<SampledStratum> Sampled { get; init; }

    /// <summary>Strata audited whole, beside the reports audited.</summary>
    public required IReadOnlyList<CensusStratum> Censuses { get; init; }

    /// <summary>Domestic-abuse crimes in the sample, required and recorded; null when not published.</summary>
    public (int Required, int Recorded)? DomesticAbuse { get; init; }

    /// <summary>Reports in the window that no stratum takes.</summary>
    public required int OutsideStrata { get; init; }

    /// <summary>Reports audited, as published: the sum of the samples.</summary>
    public int ReportsAudited => Sampled.Sum(s => s.Sample);

    /// <summary>
    /// The inspection of 2017. Its window is as published; its frame is made so that the groups' shares of required crime are
    /// those that the recorded volumes and the published rates imply.
    /// </summary>
    public static PublishedInspection Of2017 { get; } = new()
    {
        Name = "2017",
        Programme = "CDI 2017",
        From = new DateOnly(2017, 2, 1),
        To = new DateOnly(2017, 7, 31),
        Sampled =
        [
            new SampledStratum(OffenceGroup.Violence, Frame: 5_098, Sample: 660),
            new SampledStratum(OffenceGroup.Sexual, Frame: 538, Sample: 100),
            new SampledStratum(OffenceGroup.Other, Frame: 14_345, Sample: 1_210),
        ],
        Censuses =
        [
            new CensusStratum("rape", OffenceGroup.Sexual, Required: 174, RecordedCorrectly: 152, Misclassified: 0),
            new CensusStratum("vulnerable-victim", OffenceGroup.Violence, Required: 20, RecordedCorrectly: 9, Misclassified: 0),
        ],
        OutsideStrata = 6_000,
    };

    /// <summary>
    /// The inspection of 2019. Its window was not published: the replay takes December 2018, so that volumes are those of
    /// the year to 31 December 2018, the last that the shipped figures cover.
    /// </summary>
    public static PublishedInspection Of2019 { get; } = new()
    {
        Name = "2019",
        Programme = "CDI re-inspection 2019",
        From = new DateOnly(2018, 12, 1),
        To = new DateOnly(2018, 12, 31),
        Sampled =
        [
            new SampledStratum(OffenceGroup.Violence, Frame: 6_327, Sample: 540),
            new SampledStratum(OffenceGroup.Sexual, Frame: 604, Sample: 90),
            new SampledStratum(OffenceGroup.Other, Frame: 13_052, Sample: 789),
        ],
        Censuses =
        [
            new CensusStratum("rape", OffenceGroup.Sexual, Required: 138, RecordedCorrectly: 126, Misclassified: 5),
            new CensusStratum("vulnerable-victim", OffenceGroup.Violence, Required: 7, RecordedCorrectly: 4, Misclassified: 0),
        ],
        DomesticAbuse = (379, 289),
        OutsideStrata = 6_000,
    };
}
