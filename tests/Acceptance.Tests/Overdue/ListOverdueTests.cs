using System.Net.Http.Headers;
using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Acceptance.Tests.Overdue;

public abstract class ListOverdueTests<TService>(TService service) : AcceptanceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    [Fact]
    public async Task The_worst_comes_first_then_what_is_longest_over()
    {
        DateTimeOffset now = Service.Clock.GetUtcNow();
        await SubmitAsync(
            Told.Report("kent", "r1", now.AddHours(-100), "", Told.Alleged("theft", Codes.Theft)),
            Told.Report("kent", "r2", now.AddHours(-30), "", Told.Alleged("rape", Codes.AdultRape)),
            Told.Report("kent", "r3", now.AddHours(-40), "", Told.Alleged("robbery-b", Codes.Robbery)),
            Told.Report("kent", "r4", now.AddHours(-50), "", Told.Alleged("robbery-a", Codes.Robbery)),
            Told.Report("kent", "r5", now.AddHours(-20), "", Told.Alleged("ahead", Codes.AdultRape)));
        ListOverdueResponse answer = await ListAsync(new ListOverdueRequest { Force = "kent" });
        Assert.Equal(["rape", "robbery-a", "robbery-b", "theft"], answer.Crimes.Select(c => c.AllegedRef));
        OverdueCrime rape = answer.Crimes[0];
        Assert.Equal(("kent/storm/r2", "sexual-offences", 6 * 3_600, 90), (rape.UnitId, rape.OffenceClass, rape.OverdueSeconds, rape.Urgency));
        Assert.Equal(new UrgencyPoints { Reason = UrgencyReason.Offence, Name = "Rape", Points = 90 }, Assert.Single(rape.Points));
        Assert.Equal((now.AddHours(-30), now.AddHours(-6)), (rape.ReportedTime.ToDateTimeOffset(), rape.Deadline.ToDateTimeOffset()));
        Assert.Equal((now, 4, 0), (answer.AsOf.EvaluatedTime.ToDateTimeOffset(), answer.Totals.Overdue, answer.Totals.Due));
        Assert.Equal("unanswered alleged and presumed crimes; not a recording rate", answer.Method);

        var within = new ListOverdueRequest { Force = "kent", DueWithin = TimeSpan.FromHours(5).ToDuration() };
        answer = await ListAsync(within);
        Assert.Equal(["rape", "ahead"], answer.Crimes.Select(c => c.AllegedRef).Take(2));
        Assert.Equal(-4 * 3_600, answer.Crimes[1].OverdueSeconds);
        Assert.Equal((4, 1), (answer.Totals.Overdue, answer.Totals.Due));
    }

    [Fact]
    public async Task The_deadline_itself_is_not_over_and_an_answer_takes_a_crime_off()
    {
        await SubmitAsync(Told.Report("essex", "r1", Service.Clock.GetUtcNow(), "", Told.Alleged("a1"), Told.Alleged("a2")));
        Service.Clock.Advance(TimeSpan.FromHours(24));
        Assert.Empty((await ListAsync(new ListOverdueRequest { Force = "essex" })).Crimes);
        Service.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(["a1", "a2"], (await ListAsync(new ListOverdueRequest { Force = "essex" })).Crimes.Select(c => c.AllegedRef));
        await SubmitAsync(Told.Crime("essex", "r1", "c1", Service.Clock.GetUtcNow(), answers: "a1"));
        Assert.Equal(["a2"], (await ListAsync(new ListOverdueRequest { Force = "essex" })).Crimes.Select(c => c.AllegedRef));
    }

    [Fact]
    public async Task Filters_by_class_group_and_origin_are_of_one_list_with_the_totals()
    {
        DateTimeOffset reported = Service.Clock.GetUtcNow().AddDays(-3);
        await SubmitAsync(
            Told.Report("surrey", "r1", reported, "domestic-incident"),
            Told.Report("surrey", "r2", reported, "", Told.Alleged("assault"), Told.Alleged("rape", Codes.AdultRape), Told.Alleged("theft", Codes.Theft)));
        Assert.Equal(["rape", "assault", "presumed:domestic-abuse", "theft"], await RefsAsync(new ListOverdueRequest()));
        Assert.Equal(["presumed:domestic-abuse"], await RefsAsync(new ListOverdueRequest { Origin = CrimeOrigin.Presumed }));
        Assert.Equal(["rape", "assault", "theft"], await RefsAsync(new ListOverdueRequest { Origin = CrimeOrigin.Alleged }));
        Assert.Equal(["rape"], await RefsAsync(new ListOverdueRequest { OffenceGroups = { OffenceGroup.Sexual } }));
        Assert.Equal(["rape", "theft"], await RefsAsync(new ListOverdueRequest { OffenceGroups = { OffenceGroup.Sexual }, OffenceClasses = { "theft" } }));
        OverdueTotals totals = (await ListAsync(new ListOverdueRequest { Force = "surrey", OffenceGroups = { OffenceGroup.Violence } })).Totals;
        OverdueClassTotals violence = Assert.Single(totals.ByClass);
        Assert.Equal(("violence-against-the-person", 2, 1), (violence.OffenceClass, violence.Overdue, violence.PresumedOverdue));
        Assert.Equal((2, 1), (totals.Overdue, totals.PresumedOverdue));

        async Task<IEnumerable<string>> RefsAsync(ListOverdueRequest request)
        {
            request.Force = "surrey";
            ListOverdueResponse answer = await ListAsync(request);
            Assert.Equal(answer.Crimes.Count, answer.Totals.Overdue);
            return answer.Crimes.Select(c => c.AllegedRef);
        }
    }

    [Fact]
    public async Task Without_a_force_it_lists_every_force_that_the_caller_may_ask_about()
    {
        DateTimeOffset reported = Service.Clock.GetUtcNow().AddDays(-2);
        await SubmitAsync(
            Told.Report("dorset", "r1", reported, "", Told.Alleged("theft", Codes.Theft)),
            Told.Report("cheshire", "r1", reported, "", Told.Alleged("robbery", Codes.Robbery)));
        var everywhere = new ListOverdueRequest { PageSize = 1_000 };
        List<OverdueCrime> all = await AllAsync(Service.Lead().Incidents.ListOverdueAsync(everywhere, Cancel));
        Assert.Equal(["cheshire", "dorset"], all.Where(c => c.Force is "dorset" or "cheshire").Select(c => c.Force));
        Assert.Equal(["dorset"], (await AllAsync(Service.Reader("dorset").Incidents.ListOverdueAsync(everywhere, Cancel))).Select(c => c.Force));
        CrimeAuditException refused = await Assert.ThrowsAsync<PermissionException>(
            () => Service.Reader("dorset").Incidents.ListOverduePageAsync(new ListOverdueRequest { Force = "cheshire" }, Cancel));
        Assert.Equal(ErrorReason.ForceNotPermitted, refused.Reason);
    }

    [Fact]
    public async Task Pages_hold_each_crime_once_and_their_token_goes_with_no_other_filter()
    {
        DateTimeOffset reported = Service.Clock.GetUtcNow().AddDays(-2);
        await SubmitAsync([.. Enumerable.Range(0, 7).Select(i => Told.Report(
            "norfolk", $"r{i}", reported.AddHours(-(i % 3)), "", Told.Alleged("a1", i % 2 == 0 ? Codes.Robbery : Codes.Violence), Told.Alleged("ü-2")))]);
        string[] whole = [.. (await ListAsync(new ListOverdueRequest { Force = "norfolk" })).Crimes.Select(c => $"{c.UnitId} {c.AllegedRef}")];
        var small = new ListOverdueRequest { Force = "norfolk", PageSize = 3 };
        Assert.Equal(14, whole.Length);
        Assert.Equal(whole, (await AllAsync(Service.Reader("norfolk").Incidents.ListOverdueAsync(small, Cancel))).Select(c => $"{c.UnitId} {c.AllegedRef}"));

        ListOverdueResponse first = await ListAsync(small);
        var next = new ListOverdueRequest(small) { PageToken = first.NextPageToken };
        Assert.Null((await ListAsync(next)).Totals);
        var other = new ListOverdueRequest(next) { Origin = CrimeOrigin.Alleged };
        Assert.Equal(ErrorReason.InvalidPageToken, (await Assert.ThrowsAsync<InvalidRequestException>(() => ListAsync(other))).Reason);
    }

    [Fact]
    public async Task Everything_wrong_with_a_question_is_named()
    {
        var wrong = new ListOverdueRequest
        {
            Force = "kent",
            PageSize = 1_001,
            DueWithin = TimeSpan.FromDays(31).ToDuration(),
            OffenceGroups = { (OffenceGroup)9 },
            OffenceClasses = { "murder" },
            Origin = (CrimeOrigin)3,
        };
        InvalidRequestException refused = await Assert.ThrowsAsync<InvalidRequestException>(() => ListAsync(wrong));
        Assert.Equal(
            ["due_within", "offence_classes", "offence_groups", "origin", "page_size"], refused.Violations.Select(v => v.Field).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Over_json_it_is_the_same_answer()
    {
        await SubmitAsync(Told.Report("suffolk", "r1", Service.Clock.GetUtcNow().AddDays(-2), "rape"));
        using HttpClient http = Service.Json();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/overdue?force=suffolk&origin=CRIME_ORIGIN_PRESUMED&dueWithin=7200s");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Service.Token("reader", "suffolk"));
        using HttpResponseMessage answer = await http.SendAsync(request, Cancel);
        string text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.True(answer.IsSuccessStatusCode, text);
        var asked = new ListOverdueRequest { Force = "suffolk", Origin = CrimeOrigin.Presumed, DueWithin = TimeSpan.FromHours(2).ToDuration() };
        Assert.Equal(await ListAsync(asked), JsonParser.Default.Parse<ListOverdueResponse>(text));
    }

    private Task<ListOverdueResponse> ListAsync(ListOverdueRequest request) =>
        Service.Reader(request.Force).Incidents.ListOverduePageAsync(request, Cancel);
}
