using CrimeAudit.V1;

namespace AuditCli.Demo.Replay;

/// <summary>The figures that a replay must reproduce: rates as shares, half-widths in percentage points.</summary>
/// <param name="Overall">Force-wide rate.</param>
/// <param name="Violence">Rate of violence.</param>
/// <param name="Sexual">Rate of sexual offences.</param>
/// <param name="OverallHalfWidth">Half-width of the force-wide rate; null when not published.</param>
/// <param name="ViolenceHalfWidth">Half-width of violence; null when not published.</param>
/// <param name="NotRecordedPerYear">Crimes not recorded a year; null when not published.</param>
/// <param name="Volumes">Recorded crime of the 12 months, by group.</param>
internal sealed record ReplayTargets(
    double Overall,
    double Violence,
    double Sexual,
    double? OverallHalfWidth,
    double? ViolenceHalfWidth,
    double? NotRecordedPerYear,
    IReadOnlyDictionary<OffenceGroup, double> Volumes)
{
    /// <summary>The published decimal: half of the last digit, less a margin for arithmetic.</summary>
    public const double Rounding = 0.000_495;

    public static ReplayTargets Of(PublishedResult published, ListVolumesResponse volumes) => new(
        published.OverallRate / 100,
        published.ViolenceRate / 100,
        published.SexualRate / 100,
        published.HasOverallHalfWidth ? published.OverallHalfWidth : null,
        published.HasViolenceHalfWidth ? published.ViolenceHalfWidth : null,
        published.HasNotRecordedPerYear ? published.NotRecordedPerYear : null,
        volumes.Groups.ToDictionary(g => g.OffenceGroup, g => g.Volume));
}
