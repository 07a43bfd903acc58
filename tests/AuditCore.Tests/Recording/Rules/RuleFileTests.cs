using System.Text.Json.Nodes;
using AuditCore.Recording.Rules;
using AuditCore.Tests.Reference;

namespace AuditCore.Tests.Recording.Rules;

/// <summary>The rules file is read strictly, and next year's rules are a version more in it.</summary>
public sealed class RuleFileTests
{
    private static readonly string Published = ReadPublished();

    [Fact]
    public void Next_years_rules_are_data_alone()
    {
        RuleBook book = Changed(file =>
        {
            JsonObject version = file["versions"]![2]!.DeepClone().AsObject();
            version["name"] = "2027-28";
            version["basedOn"] = "2026-27";
            version["effectiveFrom"] = "2027-04-01";
            version["effectiveFromUtc"] = "2027-03-31T23:00:00Z";
            version["recordingDeadlineHours"] = 12;
            version["ends"] = new JsonArray("c1-other-force-number");
            JsonArray citations = version["citations"]!.AsArray();
            citations.Remove(citations.Single(c => c!["ids"]![0]!.GetValue<string>() == "c1-other-force-number"));
            file["versions"]!.AsArray().Add(version);
        });
        RuleVersion next = book.For(new DateTimeOffset(2027, 4, 1, 0, 0, 0, TimeSpan.FromHours(1)));
        Assert.Equal(("2027-28", 12), (next.Name, next.RecordingDeadline.TotalHours));
        Assert.Empty(next.OfKind(RuleKind.CancellationOtherForce));
        Assert.Equal(book.Versions[2].Rules.Count - 1, next.Rules.Count);
        Assert.Equal(book.Versions[2].Presumptions.Count, next.Presumptions.Count);
    }

    [Fact]
    public void A_version_never_keeps_the_citations_of_the_one_before_it()
    {
        IReadOnlyList<string> problems = Refused(file => file["versions"]![2]!["citations"]!.AsArray().RemoveAt(0));
        Assert.Equal(
            [
                "versions[2].citations do not say where 'recorded-in-time' is written",
                "versions[2].citations do not say where 'report-unanswered' is written",
            ],
            problems.Order());
    }

    [Fact]
    public void Every_problem_is_named_with_its_place()
    {
        IReadOnlyList<string> problems = Refused(file =>
        {
            JsonNode oldest = file["versions"]![0]!;
            oldest["recordingDeadlineHours"] = "72";
            oldest["colour"] = "blue";
            oldest["rules"]![0]!["kind"] = "guess";
            oldest["rules"]![2]!["severity"] = "grave";
            oldest["rules"]![3]!["reporterKinds"]![0] = "REPORTER_KIND_NEIGHBOUR";
            oldest["rules"]![4]!["hours"] = 3;
            oldest["rules"]![13]!["offenceCodes"]![0] = "8N";
            oldest["exclusions"]![0]!["reason"] = "NOT_RECORDED_REASON_UNSPECIFIED";
            oldest["presumptions"]![0]!["offence"] = new JsonObject { ["category"] = "Violence and sexual offences" };
            oldest["presumptions"]![1]!["when"]![0]!["openingCodes"]![0] = "Sexual Offence";
            oldest["presumptions"]![2]!["when"]!.AsArray().Add(new JsonObject());
            oldest["presumptions"]![3]!["answeringOffences"] = new JsonArray("008/21");
            file["versions"]![1]!["basedOn"] = "2026-27";
            file["versions"]![1]!["ends"] = new JsonArray("nothing-such");
            file["versions"]![1]!["effectiveFrom"] = "1 April 2015";
            file["urgency"]!["classes"]!["witchcraft"] = 1;
            file["urgency"]!["subClasses"]!["Rape"] = -1;
        });
        string[] expected =
        [
            "versions[0].recordingDeadlineHours is not a number of 1 or more",
            "versions[0].colour is not known here",
            "versions[0].rules[0].kind 'guess' is not a kind of rule",
            "versions[0].rules[2].severity 'grave' is none of low, medium and high",
            "versions[0].rules[3].reporterKinds[0] 'REPORTER_KIND_NEIGHBOUR' is not a value of ReporterKind",
            "versions[0].rules[4].hours is not known here",
            "versions[0].rules[13].offenceCodes hold '8N', which is not an offence of the list",
            "versions[0].exclusions[0].reason 'NOT_RECORDED_REASON_UNSPECIFIED' is not a value of NotRecordedReason",
            "versions[0].presumptions[0].offence is neither a listed code nor a published category of one offence group",
            "versions[0].presumptions[1].when[0].openingCodes hold 'Sexual Offence', which is not written as a tag",
            "versions[0].presumptions[2].when[2] asks for nothing, so that every report would be presumed to tell of a crime",
            "versions[0].presumptions[3].answeringOffences go with answeredBy listed-offences, and only with it",
            "versions[1].basedOn should be the version before it, 'before-2015-04'",
            "versions[1].ends name 'nothing-such', which the version before it does not have",
            "versions[1].effectiveFrom '1 April 2015' is not a day such as 2026-04-01",
            "urgency.classes.witchcraft is not an offence class",
            "urgency.subClasses.Rape is not a number of 0 or more",
        ];
        Assert.Empty(expected.Except(problems));
    }

    [Fact]
    public void A_field_that_stands_twice_is_refused() =>
        Assert.Contains("source", Assert.Single(Refusal.Of(() => RuleBook.Parse("""{ "source": "a", "source": "b" }"""))), StringComparison.Ordinal);

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{ "source": "x", "versions": 3, "urgency": [] }""")]
    [InlineData("""{ "source": "x", "versions": [1], "urgency": null }""")]
    public void What_is_no_rules_file_is_refused(string json) => Assert.NotEmpty(Refusal.Of(() => RuleBook.Parse(json)));

    private static IReadOnlyList<string> Refused(Action<JsonNode> change) => Refusal.Of(() => Changed(change));

    private static RuleBook Changed(Action<JsonNode> change)
    {
        JsonNode file = JsonNode.Parse(Published)!;
        change(file);
        return RuleBook.Parse(file.ToJsonString());
    }

    private static string ReadPublished()
    {
        using Stream stream = typeof(RuleBook).Assembly.GetManifestResourceStream("AuditCore.Recording.Rules.Data.rules.json")!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
