using System.Collections.Frozen;
using AuditCore.Reference;
using CrimeAudit.V1;

namespace AuditCore.Recording.Rules;

/// <summary>Reads a presumption.</summary>
internal sealed class PresumptionReader(JsonFields fields)
{
    private const int LongestRef = 64;

    public Presumption Read()
    {
        string id = fields.Text("id");
        if (id.Length + Presumption.RefPrefix.Length > LongestRef)
        {
            fields.Refuse("id", $"is too long for a reference of {LongestRef} characters");
        }

        (Offence offence, OffenceClass offenceClass) = ReadOffence(fields.Object("offence"));
        var presumption = new Presumption
        {
            Id = id,
            Title = fields.Text("title"),
            Crime = new AllegedCrime { AllegedRef = Presumption.RefPrefix + id, Offence = offence },
            Class = offenceClass,
            When = ReadConditions(),
            AnsweredBy = ReadAnswer(),
            AnsweringOffences = [.. fields.Texts("answeringOffences")],
        };
        CheckAnswer(presumption);
        fields.Done();
        return presumption;
    }

    private static (Offence Offence, OffenceClass Class) ReadOffence(JsonFields offence)
    {
        string? code = offence.OptionalText("code");
        string? category = offence.OptionalText("category");
        offence.Done();
        OffenceClass offenceClass = code is not null
            ? OffenceList.Published.Classify(code).Class
            : PublishedCategories.Classify(category ?? "").Class;
        if (code is null == category is null || offenceClass.Group() == Reference.OffenceGroup.Unknown)
        {
            offence.Refuse("", "is neither a listed code nor a published category of one offence group");
        }

        return (code is null ? new Offence { Category = category ?? "" } : new Offence { Code = code }, offenceClass);
    }

    private List<PresumptionCondition> ReadConditions()
    {
        var conditions = new List<PresumptionCondition>();
        foreach (JsonFields when in fields.Objects("when"))
        {
            IReadOnlyList<string> codes = when.Texts("openingCodes");
            foreach (string code in codes.Where(c => !IsTag(c)))
            {
                when.Refuse("openingCodes", $"hold '{code}', which is not written as a tag");
            }

            FrozenSet<string> qualifiers = [.. when.Texts("qualifiers")];
            FrozenSet<ReporterKind> reporters = [.. when.Values<ReporterKind>("reporterKinds", RuleEnums.ReporterKind)];
            if (codes.Count + qualifiers.Count + reporters.Count == 0)
            {
                when.Refuse("", "asks for nothing, so that every report would be presumed to tell of a crime");
            }

            when.Done();
            conditions.Add(new PresumptionCondition(codes.ToFrozenSet(StringComparer.Ordinal), qualifiers, reporters));
        }

        if (conditions.Count == 0)
        {
            fields.Refuse("when", "is missing");
        }

        return conditions;
    }

    private PresumptionAnswer ReadAnswer()
    {
        string text = fields.Text("answeredBy");
        switch (text)
        {
            case "any-crime":
                return PresumptionAnswer.AnyCrime;
            case "same-group":
                return PresumptionAnswer.SameGroup;
            case "listed-offences":
                return PresumptionAnswer.ListedOffences;
            default:
                fields.Refuse("answeredBy", $"'{text}' is none of any-crime, same-group and listed-offences");
                return PresumptionAnswer.AnyCrime;
        }
    }

    private void CheckAnswer(Presumption presumption)
    {
        bool lists = presumption.AnsweringOffences.Count > 0;
        if (lists != (presumption.AnsweredBy == PresumptionAnswer.ListedOffences))
        {
            fields.Refuse("answeringOffences", "go with answeredBy listed-offences, and only with it");
        }

        foreach (string code in presumption.AnsweringOffences.Where(c => !OffenceList.Published.Classify(c).IsListed))
        {
            fields.Refuse("answeringOffences", $"hold '{code}', which is not an offence of the list");
        }
    }

    private static bool IsTag(string code)
    {
        Span<char> tag = stackalloc char[code.Length];
        return code.AsSpan().SequenceEqual(tag[..OpeningCodes.ToTag(code, tag)]);
    }
}
