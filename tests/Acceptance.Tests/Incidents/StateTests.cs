using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Acceptance.Tests.Incidents;

public abstract class StateTests<TService>(TService service) : AcceptanceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    [Fact]
    public async Task A_withdrawn_crime_record_answers_nothing_and_stays_in_the_history()
    {
        IncidentUpdate crime = Told.Crime("kent", "withdrawn", "c1", Moments.Reported.AddHours(1), answers: "a1");
        IncidentUpdate withdrawal =
            Told.Withdrawn("kent", "withdrawn", Told.CrimeSystem, crime.Sender.RequestId, Moments.Reported.AddHours(2));
        await SubmitAsync(Told.Report("kent", "withdrawn", Told.Alleged("a1")), crime);
        Assert.Equal(AllegedCrimeAnswer.Recorded, (await ReadAsync("kent", "withdrawn")).Incident.AllegedCrimes[0].Answer);

        await SubmitAsync(withdrawal);
        GetIncidentResponse read = await ReadAsync("kent", "withdrawn");
        Assert.Equal((AllegedCrimeAnswer.Open, true), (read.Incident.AllegedCrimes[0].Answer, read.Incident.AllegedCrimes[0].Overdue));
        Assert.Empty(read.Incident.CrimeRecords);
        Assert.Equal([false, true, false], read.History.Select(h => h.Withdrawn));
        Assert.Equal([crime, withdrawal], read.History.Skip(1).Select(h => h.Update));
    }

    [Fact]
    public async Task A_withdrawal_of_another_system_or_incident_has_no_effect()
    {
        IncidentUpdate crime = Told.Crime("kent", "stands", "c1", Moments.Reported.AddHours(1), answers: "a1");
        await SubmitAsync(
            Told.Report("kent", "stands", Told.Alleged("a1")),
            crime,
            Told.Withdrawn("kent", "stands", Told.Command, crime.Sender.RequestId, Moments.Reported.AddHours(2)),
            Told.Withdrawn("kent", "other", Told.CrimeSystem, crime.Sender.RequestId, Moments.Reported.AddHours(2)));

        GetIncidentResponse read = await ReadAsync("kent", "stands");
        Assert.Equal(AllegedCrimeAnswer.Recorded, read.Incident.AllegedCrimes[0].Answer);
        Assert.DoesNotContain(read.History, h => h.Withdrawn);
    }

    [Fact]
    public async Task A_report_known_to_the_month_has_no_deadline_and_its_crime_is_never_in_time()
    {
        AllegedCrime[] alleged = [Told.Alleged("a1"), Told.Alleged("a2", Codes.Robbery)];
        await SubmitAsync(
            Told.ReportOfMonth("cumbria", "month", 2018, 11, alleged),
            Told.Crime("cumbria", "month", "c1", Moments.Utc("2018-11-01T00:00:00Z"), answers: "a1"));

        Incident incident = (await ReadAsync("cumbria", "month")).Incident;
        Assert.All(incident.AllegedCrimes, a => Assert.Equal((null, false), (a.Deadline, a.Overdue)));
        Assert.Equal([Timeliness.Unknown, Timeliness.Unspecified], incident.AllegedCrimes.Select(a => a.Timeliness));
        AccountedForCounts counts = (await Service.Reader("cumbria").Rates.GetAccountedForAsync("cumbria", cancellationToken: Cancel)).Total.Counts;
        Assert.Equal((2, 0, 1, 1), (counts.Alleged, counts.RecordedInTime, counts.RecordedTimeUnknown, counts.OpenTimeUnknown));
    }

    [Theory]
    [InlineData(TimePrecision.Day)]
    [InlineData(TimePrecision.Month)]
    public async Task A_crime_recorded_on_a_day_or_in_a_month_is_never_in_time(TimePrecision precision)
    {
        EventTime recorded = precision == TimePrecision.Day ? EventTimes.Day(new DateOnly(2018, 11, 1)) : EventTimes.Month(2018, 11);
        await SubmitAsync(
            Told.Report("gwent", $"recorded-{precision}", Told.Alleged("a1")),
            Told.Crime("gwent", $"recorded-{precision}", "c1", recorded, answers: "a1"));
        AllegedCrimeState alleged = (await ReadAsync("gwent", $"recorded-{precision}")).Incident.AllegedCrimes[0];
        Assert.Equal((AllegedCrimeAnswer.Recorded, Timeliness.Unknown), (alleged.Answer, alleged.Timeliness));
    }

    [Fact]
    public async Task A_month_given_by_another_instant_than_its_first_is_refused()
    {
        IncidentUpdate update = Told.ReportOfMonth("gwent", "odd", 2018, 7);
        update.EventTime.Time.Seconds += 3600;
        InvalidRequestException refused = await Assert.ThrowsAsync<InvalidRequestException>(() => SubmitAsync(update));
        Assert.Contains("update.event_time.time", refused.Violations.Select(v => v.Field));
    }

    [Fact]
    public async Task An_incident_of_which_only_later_facts_are_known_awaits_its_report()
    {
        await SubmitAsync(Told.Crime("surrey", "awaiting", "c1", Moments.Reported));
        GetIncidentResponse read = await ReadAsync("surrey", "awaiting");
        Assert.Equal(IncidentStatus.AwaitingReport, read.Incident.Status);
        Assert.Null(read.Incident.ReportedTime);
        IncidentSummary listed = Assert.Single(await AllAsync(Service.Submitter("surrey").Incidents.ListAsync(
            new ListIncidentsRequest { Force = "surrey", Status = IncidentStatus.AwaitingReport }, Cancel)));
        Assert.Equal(("awaiting", 1), (listed.Key.Ref, listed.CrimeRecords));
    }

    [Fact]
    public async Task A_crime_recorded_directly_is_a_unit_of_its_own()
    {
        await SubmitAsync(Told.DirectCrime("surrey", "crime/7 a", Moments.Reported));
        Incident incident = (await ReadAsync("surrey", "crime/7 a", Told.CrimeSystem)).Incident;
        Assert.Equal((IncidentStatus.DirectCrime, "surrey/niche/crime%2F7%20a"), (incident.Status, incident.UnitId));
        Assert.Equal(EventTimes.Instant(Moments.Reported), incident.ReportedTime);
        Assert.True(Assert.Single(incident.CrimeRecords).Direct);
        Assert.Empty(incident.AllegedCrimes);
    }

    [Fact]
    public async Task A_report_of_which_the_force_alleges_nothing_is_presumed_to_tell_of_a_crime()
    {
        SubmitIncidentResponse submitted = await Service.Submitter("gwent").Incidents.SubmitAsync(
            Told.Report("gwent", "presumed", Moments.Reported, "Domestic Incident"), Cancel);
        AllegedCrimeState presumed = Assert.Single(submitted.PresumedCrimes);
        Assert.Equal(
            ("presumed:domestic-abuse", true, "domestic-abuse", true),
            (presumed.AllegedCrime.AllegedRef, presumed.Presumed, presumed.Rule, presumed.Overdue));
        Assert.Equal("report-unanswered", Assert.Single(submitted.Breaches).Rule);

        var decision = new CrimeNotRecorded { AllegedRefs = { "presumed:domestic-abuse" }, Reason = NotRecordedReason.OtherForce };
        await SubmitAsync(IncidentUpdates.Of(
            "gwent", Told.Command, "presumed", EventTimes.Instant(Moments.Reported.AddHours(3)), u => u.CrimeNotRecorded = decision));
        Incident incident = (await ReadAsync("gwent", "presumed")).Incident;
        Assert.Empty(incident.AllegedCrimes);
        Assert.Equal(
            (AllegedCrimeAnswer.NotRecorded, NotRecordedReason.OtherForce),
            (incident.PresumedCrimes[0].Answer, incident.PresumedCrimes[0].NotRecordedReason));
        Breach breach = Assert.Single(incident.Breaches);
        Assert.Equal(
            ("victim-told-of-decision", "from-2015-04", "not available", RuleSeverity.Medium, "presumed:domestic-abuse", ""),
            (breach.Rule, breach.RuleVersion, breach.Paragraph, breach.Severity, breach.AllegedRef, breach.CrimeRef));
        Exclusion exclusion = Assert.Single(incident.Exclusions);
        Assert.Equal(("other-force", NotRecordedReason.OtherForce), (exclusion.Rule, exclusion.Reason));
    }

    [Fact]
    public async Task Every_rule_presumption_and_exclusion_of_an_answer_is_in_the_list_of_versions()
    {
        ListRuleVersionsResponse rules = await Service.Reader("gwent").Reference.ListRuleVersionsAsync(Cancel);
        Assert.Equal(["before-2015-04", "from-2015-04", "2026-27"], rules.Versions.Select(v => v.Name));
        Assert.Contains("Open Government Licence", rules.Source, StringComparison.Ordinal);
        RuleVersion now = rules.Versions[^1];
        RuleText cancelled = Assert.Single(now.Rules, r => r.Id == "cancellation-victim-told");
        Assert.Equal("Cancellations, \"Notifying victims and recording action taken\", page 26", cancelled.Paragraph);
        Assert.Equal(RuleSeverity.High, cancelled.Severity);
        Assert.Contains(now.Presumptions, p => p.Id == "honour-based-abuse" && p.AnyOf.Any(s => s.Qualifiers.Contains("forced-marriage")));
        Assert.Contains(now.Exclusions, e => e.Id == "schools-protocol" && e.Reason == NotRecordedReason.SchoolsProtocol);
        Assert.All(rules.Versions[0].Rules, r => Assert.Equal("not available", r.Paragraph));
    }

    [Theory]
    [InlineData("")]
    [InlineData("tab\there")]
    public async Task An_incident_of_an_impossible_name_is_not_a_fault_of_the_service(string reference)
    {
        CrimeAuditException refused = await Assert.ThrowsAnyAsync<CrimeAuditException>(() => ReadAsync("kent", reference));
        Assert.True(refused is NotFoundException or InvalidRequestException, refused.Message);
    }

    [Fact]
    public async Task A_name_beyond_all_measure_is_not_found_like_any_other()
    {
        string force = new('x', 60_000);
        Assert.Equal(
            ErrorReason.UnknownForce,
            (await Assert.ThrowsAsync<NotFoundException>(() => Service.Lead().Incidents.GetAsync(force, "x", "r1", Cancel))).Reason);
        Assert.Equal(
            ErrorReason.UnknownForce,
            (await Assert.ThrowsAsync<NotFoundException>(
                () => Service.Submitter("kent").Incidents.SubmitAsync(Told.Report(force, "r1"), Cancel))).Reason);
        Assert.Equal(
            ErrorReason.UnknownIncident,
            (await Assert.ThrowsAsync<NotFoundException>(() => ReadAsync("kent", new string('ü', 60_000)))).Reason);
    }
}
