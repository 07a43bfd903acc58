using System.Collections.Frozen;
using AuditCore.Reference;
using CrimeAudit.V1;

namespace AuditCore.Recording.Rules;

/// <summary>Reads a rule: the fields that every rule has, and those that its kind needs, no others.</summary>
internal sealed class RuleReader(JsonFields fields)
{
    private static readonly FrozenDictionary<string, RuleKind> Kinds = new Dictionary<string, RuleKind>
    {
        ["unanswered"] = RuleKind.Unanswered,
        ["recorded-in-time"] = RuleKind.RecordedInTime,
        ["closed-unanswered"] = RuleKind.ClosedUnanswered,
        ["third-party"] = RuleKind.ThirdParty,
        ["victim-told-of-decision"] = RuleKind.VictimToldOfDecision,
        ["delay-overseen"] = RuleKind.DelayOverseen,
        ["reported-incident-of-rape"] = RuleKind.ReportedIncidentOfRape,
        ["one-crime-per-victim"] = RuleKind.OneCrimePerVictim,
        ["recorded-additionally"] = RuleKind.RecordedAdditionally,
        ["reference-reused"] = RuleKind.ReferenceReused,
        ["reclassification-decider"] = RuleKind.ReclassificationDecider,
        ["cancellation-decider"] = RuleKind.CancellationDecider,
        ["cancellation-independent"] = RuleKind.CancellationIndependent,
        ["cancellation-victim-told"] = RuleKind.CancellationVictimTold,
        ["cancellation-other-force"] = RuleKind.CancellationOtherForce,
        ["cancellation-offence"] = RuleKind.CancellationOffence,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public RecordingRule? Read()
    {
        string kind = fields.Text("kind");
        if (!Kinds.TryGetValue(kind, out RuleKind known))
        {
            fields.Refuse("kind", $"'{kind}' is not a kind of rule");
            return null;
        }

        var rule = new RecordingRule
        {
            Id = fields.Text("id"),
            Kind = known,
            Severity = Severity(),
            Title = fields.Text("title"),
            Remedy = fields.Text("remedy"),
        };
        rule = WithParameters(rule);
        fields.Done();
        return rule;
    }

    private RecordingRule WithParameters(RecordingRule rule) => rule.Kind switch
    {
        RuleKind.ThirdParty => rule with
        {
            ReporterKinds = [.. Needed("reporterKinds", fields.Values<ReporterKind>("reporterKinds", RuleEnums.ReporterKind))],
            NotRecordedReasons = NotRecorded("notRecordedReasons"),
            ReportedIncidents = ReportedIncidents(),
        },
        RuleKind.VictimToldOfDecision => rule with { ExceptReasons = NotRecorded("exceptReasons") },
        RuleKind.ReportedIncidentOfRape => rule with
        {
            ReportedIncidents = [.. Needed("reportedIncidents", ReportedIncidents())],
            Hours = fields.Number("hours", 0),
        },
        RuleKind.RecordedAdditionally => rule with { OffenceCodes = Offences() },
        RuleKind.ReferenceReused => rule with { Hours = fields.Number("hours", 0) },
        RuleKind.ReclassificationDecider => rule with { Deciders = Deciders() },
        RuleKind.CancellationDecider => rule with
        {
            Reasons = Cancellations(),
            Deciders = Deciders(),
            SubClasses = SubClasses("subClasses"),
            ExceptSubClasses = SubClasses("exceptSubClasses"),
        },
        RuleKind.CancellationOffence => rule with { Reasons = Cancellations(), OffenceCodes = Offences() },
        RuleKind.CancellationIndependent or RuleKind.CancellationVictimTold or RuleKind.CancellationOtherForce =>
            rule with { Reasons = Cancellations() },
        _ => rule,
    };

    private RuleSeverity Severity()
    {
        string text = fields.Text("severity");
        switch (text)
        {
            case "low":
                return RuleSeverity.Low;
            case "medium":
                return RuleSeverity.Medium;
            case "high":
                return RuleSeverity.High;
            default:
                fields.Refuse("severity", $"'{text}' is none of low, medium and high");
                return RuleSeverity.Low;
        }
    }

    private FrozenSet<CancellationReason> Cancellations() =>
        [.. Needed("reasons", fields.Values<CancellationReason>("reasons", RuleEnums.CancellationReason))];

    private FrozenSet<DeciderKind> Deciders() => [.. Needed("deciders", fields.Values<DeciderKind>("deciders", RuleEnums.DeciderKind))];

    private FrozenSet<NotRecordedReason> NotRecorded(string name) =>
        [.. fields.Values<NotRecordedReason>(name, RuleEnums.NotRecordedReason)];

    private FrozenSet<string> ReportedIncidents() =>
        [.. Known("reportedIncidents", c => ReportedIncidentList.Published.Find(c) is not null, "a reported incident")];

    private FrozenSet<string> Offences() => [.. Needed("offenceCodes", Known("offenceCodes", IsOffence, "an offence of the list"))];

    private FrozenSet<string> SubClasses(string name) => [.. Known(name, s => OffenceSubClasses.Find(s) == s, "a sub class of the offence list")];

    private IReadOnlyList<string> Known(string name, Func<string, bool> isKnown, string what)
    {
        IReadOnlyList<string> texts = fields.Texts(name);
        foreach (string text in texts.Where(t => !isKnown(t)))
        {
            fields.Refuse(name, $"hold '{text}', which is not {what}");
        }

        return texts;
    }

    private IReadOnlyCollection<T> Needed<T>(string name, IReadOnlyCollection<T> values)
    {
        if (values.Count == 0)
        {
            fields.Refuse(name, "hold nothing, and this kind of rule needs them");
        }

        return values;
    }

    private static bool IsOffence(string code) => OffenceList.Published.Classify(code).IsListed;
}
