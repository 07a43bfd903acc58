using System.Text.RegularExpressions;
using AuditCore.Recording.Rules;
using CrimeAudit.V1;
using Change = CrimeAudit.V1.IncidentUpdate.ChangeOneofCase;

namespace Acceptance.Tests.Recounting;

/// <summary>The crimes that a report is presumed to tell of: sign after sign, each condition asked each time.</summary>
internal sealed partial class NaivePresumptions(NaiveCrime[] alleged)
{
    private readonly HashSet<string> codes = [];
    private readonly HashSet<string> qualifiers = [];
    private readonly HashSet<PresumptionCondition> met = [];
    private readonly List<NaiveCrime> presumed = [];

    /// <summary>By reference; none of a report that is awaited.</summary>
    public NaiveCrime[] Of(IncidentUpdate[] told)
    {
        Opened[] reports = [.. told.Where(u => u.ChangeCase == Change.Opened).Select(u => u.Opened)];
        if (reports.Length == 0)
        {
            return [];
        }

        EventTime reported = reports.Select(r => r.ReportedTime).InOrder().First();
        IReadOnlyList<Presumption> rules = Published.PresumptionsAt(reported.Time.ToDateTimeOffset());
        Note(reports[0].OpeningCode, reports[0].Qualifiers);
        Look(rules, reports[0].ReporterKind, reported);
        foreach (IncidentUpdate later in told.Where(u => u.ChangeCase is Change.Recoded or Change.QualifiersChanged))
        {
            Note(later.Recoded?.OpeningCode ?? "", later.QualifiersChanged?.Qualifiers ?? Enumerable.Empty<string>());
            Look(rules, reports[0].ReporterKind, new[] { reported, later.EventTime }.InOrder().Last());
        }

        return [.. presumed.OrderBy(p => p.Alleged.AllegedRef, StringComparer.Ordinal)];
    }

    private void Note(string code, IEnumerable<string> names)
    {
        codes.Add(Gaps().Replace(code.ToLowerInvariant(), "-").Trim('-'));
        qualifiers.UnionWith(names);
    }

    private void Look(IReadOnlyList<Presumption> rules, ReporterKind reporter, EventTime since)
    {
        PresumptionCondition[] newly = [.. rules.SelectMany(r => r.When).Where(c => !met.Contains(c) && IsMet(c, reporter))];
        foreach (Presumption rule in rules.Where(r => r.When.Any(newly.Contains)))
        {
            var crime = new NaiveCrime(rule.Crime, since, rule);
            if (!alleged.Any(a => Answers(a, rule) && IsInTime(a, crime)) && !presumed.Any(p => p.PresumedBy == rule || Answers(p, rule)))
            {
                presumed.Add(crime);
            }
        }

        met.UnionWith(newly);
    }

    private bool IsMet(PresumptionCondition condition, ReporterKind reporter) =>
        (condition.OpeningCodes.Count == 0 || condition.OpeningCodes.Overlaps(codes)) &&
        (condition.Qualifiers.Count == 0 || condition.Qualifiers.Overlaps(qualifiers)) &&
        (condition.ReporterKinds.Count == 0 || condition.ReporterKinds.Contains(reporter));

    private static bool Answers(NaiveCrime crime, Presumption rule) => rule.IsAnsweredBy(crime.Alleged.Offence, crime.Class);

    /// <summary>Alleged before the presumed crime was due, as far as both are known.</summary>
    private static bool IsInTime(NaiveCrime alleged, NaiveCrime crime) =>
        crime.Deadline is null || alleged.Told.Precision != TimePrecision.Instant || alleged.Told.Time.ToDateTimeOffset() <= crime.Deadline;

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex Gaps();
}
