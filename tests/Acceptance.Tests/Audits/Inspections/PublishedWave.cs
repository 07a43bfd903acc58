using Acceptance.Tests.Support;
using CrimeAudit.V1;

namespace Acceptance.Tests.Audits.Inspections;

/// <summary>
/// An inspection of Thames Valley Police made smaller: of its frame a tenth, of its sample a quarter. The shares recorded of violence and
/// sexual offences are as published; that of other crime is what makes them the published whole (HMICFRS, crime data integrity
/// inspection reports of 2018 and 2019; Open Government Licence v3.0).
/// </summary>
/// <param name="AuditId">Its id.</param>
/// <param name="Month">Month of the reports, its window.</param>
/// <param name="Published">The share of crime that was recorded.</param>
/// <param name="Strata">Opening code, offence, frame, sample and share recorded of each.</param>
internal sealed record PublishedWave(
    string AuditId, DateOnly Month, double Published, IReadOnlyList<(string Code, string Offence, int Frame, int Sample, double Recorded)> Strata)
{
    public static PublishedWave Of2017 { get; } = new("tvp-2017", new DateOnly(2017, 7, 1), 0.804,
    [
        ("violence", Codes.Violence, 510, 165, 0.692), ("sexual", Codes.Sexual, 54, 25, 0.902), ("other", Codes.Robbery, 1434, 302, 0.8401),
    ]);

    public static PublishedWave Of2019 { get; } = new("tvp-2019", new DateOnly(2018, 12, 1), 0.879,
    [
        ("violence", Codes.Violence, 633, 135, 0.794), ("sexual", Codes.Sexual, 60, 23, 0.953), ("other", Codes.Robbery, 1305, 197, 0.9168),
    ]);

    /// <summary>What every reviewer finds of an item: of the first tickets of a stratum, as many as the share asks for, the crime is recorded.</summary>
    public Review TruthOf(SampleItem item, int position, int drawn)
    {
        (_, string offence, _, _, double recorded) = Strata.Single(s => s.Code == item.Stratum);
        ReviewOutcome outcome = position <= Math.Round(drawn * recorded) ? ReviewOutcome.Recorded : ReviewOutcome.NotRecorded;
        return Reviews.Of(Reviews.Decision(outcome, offence));
    }
}
