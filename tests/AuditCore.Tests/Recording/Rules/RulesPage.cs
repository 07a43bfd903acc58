using System.Globalization;
using System.Text;
using AuditCore.Recording.Rules;
using AuditCore.Reference;
using CrimeAudit.V1;
using RuleVersion = AuditCore.Recording.Rules.RuleVersion;

namespace AuditCore.Tests.Recording.Rules;

/// <summary>Writes docs/rules.md from the rules.</summary>
internal static class RulesPage
{
    public static string Of(RuleBook book)
    {
        var page = new StringBuilder();
        Line(page, "# The recording rules");
        Line(page, "");
        Line(page, "Written from `src/AuditCore/Recording/Rules/Data/rules.json` by a test:");
        Line(page, "set `CRIMEAUDIT_WRITE_DOCS=1` and run it to write it anew.");
        Line(page, "A report falls under the version in force when it was made, whenever the rest happened.");
        Line(page, "");
        Line(page, book.Source);
        Line(page, "");
        Versions(page, book);
        RuleVersion now = book.Versions[^1];
        Rules(page, book, now);
        Presumptions(page, now);
        Exclusions(page, now);
        Urgency(page, book.Urgency);
        return page.ToString();
    }

    private static void Versions(StringBuilder page, RuleBook book)
    {
        Line(page, "## Versions");
        Line(page, "");
        Row(page, "version", "from", "deadline", "document", "text");
        Row(page, "---", "---", "---", "---", "---");
        foreach (RuleVersion version in book.Versions)
        {
            Row(
                page,
                $"`{version.Name}`",
                version.EffectiveFrom?.ToString("d MMMM yyyy", CultureInfo.InvariantCulture) ?? "",
                $"{version.RecordingDeadline.TotalHours:0} h",
                version.Source,
                version.Deadline == Citation.None ? "not available" : "held");
        }
    }

    private static void Rules(StringBuilder page, RuleBook book, RuleVersion now)
    {
        Line(page, "");
        Line(page, $"## Rules of `{now.Name}`");
        foreach (RecordingRule rule in now.Rules)
        {
            Line(page, "");
            Line(page, $"### `{rule.Id}`");
            Line(page, $"{rule.Title} *Severity: {rule.Severity.ToString().ToLowerInvariant()}.*");
            Line(page, "");
            Quote(page, rule.Citation);
            Line(page, "");
            Line(page, $"- What puts it right: {rule.Remedy}");
            foreach (string parameter in Parameters(rule))
            {
                Line(page, $"- {parameter}");
            }

            IEnumerable<string> others = book.Versions.Where(v => v != now && v.Rules.Any(r => r.Id == rule.Id)).Select(v => $"`{v.Name}`");
            Line(page, $"- Also in: {(others.Any() ? string.Join(", ", others) : "no earlier version")}.");
        }
    }

    private static IEnumerable<string> Parameters(RecordingRule rule)
    {
        (string What, IEnumerable<string> Values)[] lists =
        [
            ("Cancellations", rule.Reasons.Order().Select(r => Name(RuleEnums.CancellationReason, (int)r))),
            ("May decide", rule.Deciders.Order().Select(d => Name(RuleEnums.DeciderKind, (int)d))),
            ("Reporters", rule.ReporterKinds.Order().Select(r => Name(RuleEnums.ReporterKind, (int)r))),
            ("Reasons that do not excuse", rule.NotRecordedReasons.Order().Select(r => Name(RuleEnums.NotRecordedReason, (int)r))),
            ("Not for the reasons", rule.ExceptReasons.Order().Select(r => Name(RuleEnums.NotRecordedReason, (int)r))),
            ("N-codes", rule.ReportedIncidents.Order(StringComparer.Ordinal)),
            ("Offences", rule.OffenceCodes.Order(StringComparer.Ordinal)),
            ("Sub classes", rule.SubClasses.Order(StringComparer.Ordinal)),
            ("Not for the sub classes", rule.ExceptSubClasses.Order(StringComparer.Ordinal)),
            ("Tolerance, hours (this product's own)", rule.Hours > 0 ? [rule.Hours.ToString(CultureInfo.InvariantCulture)] : []),
        ];
        return lists.Where(l => l.Values.Any()).Select(l => $"{l.What}: {string.Join(", ", l.Values)}.");
    }

    private static void Presumptions(StringBuilder page, RuleVersion now)
    {
        Line(page, "");
        Line(page, $"## Presumptions of `{now.Name}`");
        Line(page, "");
        Line(page, "This product's own: they ask for an answer, not for a crime. Within a row of signs, one of each kind given must be there;");
        Line(page, "opening codes are compared without regard to case and punctuation, those of the National Incident Category List by name.");
        foreach (Presumption presumption in now.Presumptions)
        {
            Line(page, "");
            Line(page, $"### `{presumption.Crime.AllegedRef}`");
            Line(page, $"{presumption.Title} Presumed: {Text(presumption.Crime.Offence)} ({presumption.Class.DisplayName()});");
            Line(page, $"answered by {Answer(presumption)}.");
            Line(page, "");
            foreach (PresumptionCondition when in presumption.When)
            {
                Line(page, $"- {string.Join("; and ", Signs(when))}");
            }

            Line(page, "");
            Quote(page, presumption.Citation);
        }
    }

    private static IEnumerable<string> Signs(PresumptionCondition when)
    {
        (string What, IEnumerable<string> Values)[] lists =
        [
            ("opening code", when.OpeningCodes.Order(StringComparer.Ordinal).Select(c => $"`{c}`")),
            ("qualifier", when.Qualifiers.Order(StringComparer.Ordinal).Select(q => $"`{q}`")),
            ("reporter", when.ReporterKinds.Order().Select(r => Name(RuleEnums.ReporterKind, (int)r))),
        ];
        return lists.Where(l => l.Values.Any()).Select(l => $"{l.What} {string.Join(", ", l.Values)}");
    }

    private static void Exclusions(StringBuilder page, RuleVersion now)
    {
        Line(page, "");
        Line(page, $"## Exclusions of `{now.Name}`");
        Line(page, "");
        Line(page, "Reasons not to record that are no failures. Such crimes are counted by reason, never dropped.");
        foreach (ExclusionRule exclusion in now.Exclusions)
        {
            Line(page, "");
            Line(page, $"### `{exclusion.Id}`");
            Line(page, $"{exclusion.Title} ({Name(RuleEnums.NotRecordedReason, (int)exclusion.Reason)})");
            Line(page, "");
            Quote(page, exclusion.Citation);
        }
    }

    private static void Urgency(StringBuilder page, UrgencyTable urgency)
    {
        Line(page, "");
        Line(page, "## Worst first");
        Line(page, "");
        Line(page, "Points of an unanswered crime: those of its offence (by sub class, else by class), of the two weightiest qualifiers");
        Line(page, "of its report, and of who reports. Most points first; of equal points the one longest over. This product's own.");
        Table(page, "sub class", urgency.SubClasses);
        Table(page, "class", urgency.Classes.Select(c => KeyValuePair.Create(c.Key.DisplayName(), c.Value)));
        Table(page, "qualifier", urgency.Qualifiers.Select(q => KeyValuePair.Create($"`{q.Key}`", q.Value)));
        Table(page, "reporter", urgency.ReporterKinds.Select(r => KeyValuePair.Create(Name(RuleEnums.ReporterKind, (int)r.Key), r.Value)));
    }

    private static void Table(StringBuilder page, string what, IEnumerable<KeyValuePair<string, int>> points)
    {
        Line(page, "");
        Row(page, what, "points");
        Row(page, "---", "---");
        foreach ((string key, int value) in points.OrderByDescending(p => p.Value).ThenBy(p => p.Key, StringComparer.Ordinal))
        {
            Row(page, key, value.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static string Answer(Presumption presumption) => presumption.AnsweredBy switch
    {
        PresumptionAnswer.AnyCrime => "any crime",
        PresumptionAnswer.SameGroup => "a crime of the same offence group",
        _ => string.Join(", ", presumption.AnsweringOffences.Order(StringComparer.Ordinal)),
    };

    private static string Text(Offence offence) => offence.KindCase == Offence.KindOneofCase.Code
        ? $"{offence.Code} {OffenceList.Published.WithCode(offence.Code)[0].Description}"
        : offence.Category;

    private static string Name(Google.Protobuf.Reflection.EnumDescriptor values, int number) => $"`{values.FindValueByNumber(number).Name}`";

    private static void Quote(StringBuilder page, Citation citation)
    {
        Line(page, $"> {citation.Text}");
        Line(page, ">");
        Line(page, $"> {citation.Paragraph}");
    }

    private static void Row(StringBuilder page, params string[] cells) => Line(page, $"| {string.Join(" | ", cells)} |");

    private static void Line(StringBuilder page, string text) => page.Append(text).Append('\n');
}
