using System.Collections.Frozen;
using AuditCore.Reference;
using CrimeAudit.V1;

namespace AuditCore.Recording.Rules;

/// <summary>
/// Points by which unanswered crimes are put worst first: how serious the offence is, and how vulnerable who is concerned. Points do not
/// change with time, so that an index can keep the order: of equal points the one that is due earliest, hence longest over, comes first.
/// </summary>
/// <param name="SubClasses">Points by sub class of the offence list.</param>
/// <param name="Classes">Points by class, where the sub class has none.</param>
/// <param name="Qualifiers">Points by qualifier of the report.</param>
/// <param name="ReporterKinds">Points by who reports.</param>
public sealed record UrgencyTable(
    FrozenDictionary<string, int> SubClasses,
    FrozenDictionary<OffenceClass, int> Classes,
    FrozenDictionary<string, int> Qualifiers,
    FrozenDictionary<ReporterKind, int> ReporterKinds)
{
    private const int QualifiersCounted = 2;

    /// <summary>Points of an offence.</summary>
    /// <param name="offenceClass">Its class.</param>
    /// <param name="subClass">Its sub class, or null.</param>
    public int OfOffence(OffenceClass offenceClass, string? subClass) =>
        subClass is not null && SubClasses.TryGetValue(subClass, out int points) ? points : Classes.GetValueOrDefault(offenceClass);

    /// <summary>
    /// Points of a report: its two weightiest qualifiers and who reports. More qualifiers add nothing: they often say the same thing
    /// twice, and a force that qualifies carefully must not push others down.
    /// </summary>
    /// <param name="qualifiers">The report's qualifiers.</param>
    /// <param name="reporterKind">Who reports.</param>
    public int OfReport(IReadOnlyList<string> qualifiers, ReporterKind reporterKind)
    {
        int points = qualifiers.Select(q => Qualifiers.GetValueOrDefault(q)).OrderDescending().Take(QualifiersCounted).Sum();
        return points + ReporterKinds.GetValueOrDefault(reporterKind);
    }

    /// <summary>What gives a crime its points: their sum is that of <see cref="OfOffence"/> and <see cref="OfReport"/>.</summary>
    /// <param name="offenceClass">Class of the offence.</param>
    /// <param name="subClass">Its sub class, or null.</param>
    /// <param name="qualifiers">The report's qualifiers.</param>
    /// <param name="reporterKind">Who reports.</param>
    /// <returns>The offence first, then qualifiers, the weightiest first, then who reports; nothing of no points.</returns>
    public IReadOnlyList<UrgencyPoint> Why(
        OffenceClass offenceClass, string? subClass, IReadOnlyList<string> qualifiers, ReporterKind reporterKind)
    {
        bool bySubClass = subClass is not null && SubClasses.ContainsKey(subClass);
        UrgencyPoint[] all =
        [
            new(OfOffence(offenceClass, subClass), Offence: bySubClass ? subClass : offenceClass.DisplayName()),
            .. qualifiers.Select(q => new UrgencyPoint(Qualifiers.GetValueOrDefault(q), Qualifier: q))
                .OrderByDescending(p => p.Points).ThenBy(p => p.Qualifier, StringComparer.Ordinal).Take(QualifiersCounted),
            new(ReporterKinds.GetValueOrDefault(reporterKind), ReporterKind: reporterKind),
        ];
        return [.. all.Where(p => p.Points != 0)];
    }
}
