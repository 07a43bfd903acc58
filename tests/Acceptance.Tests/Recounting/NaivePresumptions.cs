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
    private readonly HashSet<ReporterKind> reporters = [];
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
        reporters.Add(reports[0].ReporterKind);
        Look(rules, reported);
        foreach (IncidentUpdate later in told.Where(u => u.ChangeCase is Change.Recoded or Change.QualifiersChanged || IsFurther(u)))
        {
            Note(later.Opened?.OpeningCode ?? later.Recoded?.OpeningCode ?? "", later.Opened?.Qualifiers ?? later.QualifiersChanged?.Qualifiers ?? []);
            reporters.UnionWith(later.Opened is { } report ? [report.ReporterKind] : []);
            Look(rules, new[] { reported, later.Opened?.ReportedTime ?? later.EventTime }.InOrder()[^1]);
        }

        bool IsFurther(IncidentUpdate update) => update.Opened is { } report && report != reports[0];

        return [.. presumed.OrderBy(p => p.Alleged.AllegedRef, StringComparer.Ordinal)];
    }

    private void Note(string code, IEnumerable<string> names)
    {
        codes.Add(Gaps().Replace(code.ToLowerInvariant(), "-").Trim('-'));
        qualifiers.UnionWith(names);
    }

    private void Look(IReadOnlyList<Presumption> rules, EventTime since)
    {
        PresumptionCondition[] newly = [.. rules.SelectMany(r => r.When).Where(c => !met.Contains(c) && IsMet(c))];
        foreach (Presumption rule in rules.Where(r => r.When.Any(newly.Contains)))
        {
            var crime = new NaiveCrime(rule.Crime, since, rule);
            NaiveCrime[] instead = [.. alleged.Where(a => Answers(a, rule) && IsInTime(a, crime))];
            if (instead.Length > 0)
            {
                EventTime first = instead.Select(a => a.FirstTold).InOrder()[0];
                instead.First(a => a.FirstTold.Equals(first)).Inherit(crime);
            }
            else if (!presumed.Any(p => p.PresumedBy == rule || Answers(p, rule)))
            {
                presumed.Add(crime);
            }
        }

        met.UnionWith(newly);
    }

    private bool IsMet(PresumptionCondition condition) =>
        (condition.OpeningCodes.Count == 0 || condition.OpeningCodes.Overlaps(codes)) &&
        (condition.Qualifiers.Count == 0 || condition.Qualifiers.Overlaps(qualifiers)) &&
        (condition.ReporterKinds.Count == 0 || condition.ReporterKinds.Overlaps(reporters));

    private static bool Answers(NaiveCrime crime, Presumption rule) => rule.IsAnsweredBy(crime.Alleged.Offence, crime.Class);

    /// <summary>Alleged before the presumed crime was due: the whole day or month, if no more is known.</summary>
    private static bool IsInTime(NaiveCrime alleged, NaiveCrime crime) => crime.Deadline is null || alleged.FirstTold.End() <= crime.Deadline;

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex Gaps();
}
