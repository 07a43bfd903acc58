namespace AuditClient.Tests.Updates;

public sealed class IncidentUpdatesTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_opened_report_carries_its_time_as_instant_twice()
    {
        AllegedCrime alleged = new() { AllegedRef = "1" };

        IncidentUpdate update = IncidentUpdates.Opened("kent", "storm", "URN-1", At, "violence", [alleged], "id-1");

        Assert.Equal(new Sender { Force = "kent", SourceSystem = "storm", RequestId = "id-1" }, update.Sender);
        Assert.Equal(new IncidentKey { SourceSystem = "storm", Ref = "URN-1" }, update.Incident);
        Assert.Equal(EventTimes.Instant(At), update.EventTime);
        Assert.Equal(new Opened { ReportedTime = EventTimes.Instant(At), OpeningCode = "violence", AllegedCrimes = { alleged } }, update.Opened);
    }

    [Fact]
    public void Another_system_can_tell_about_an_incident()
    {
        IncidentUpdate update = IncidentUpdates.CrimeRecorded(
            "kent", "storm", "URN-1", EventTimes.Day(new DateOnly(2026, 3, 2)), new CrimeRecorded { CrimeRef = "C1" }, sentBy: "niche");

        Assert.Equal("niche", update.Sender.SourceSystem);
        Assert.Equal("storm", update.Incident.SourceSystem);
        Assert.Equal("C1", update.CrimeRecorded.CrimeRef);
    }

    [Fact]
    public void Each_kind_of_change_is_set()
    {
        EventTime at = EventTimes.Instant(At);

        Assert.Equal("c", IncidentUpdates.Closed("kent", "storm", "1", at, "c").Closed.ClosingCode);
        AllegedCrime crime = new() { AllegedRef = "a" };
        Assert.Same(crime, IncidentUpdates.CrimeAlleged("kent", "storm", "1", at, crime).CrimeAlleged.AllegedCrime);
        CrimeNotRecorded decision = new() { Reason = NotRecordedReason.Duplicate };
        Assert.Same(decision, IncidentUpdates.CrimeNotRecorded("kent", "storm", "1", at, decision).CrimeNotRecorded);
        Assert.NotNull(IncidentUpdates.Of("kent", "storm", "1", at, update => update.Reopened = new Reopened()).Reopened);
    }

    [Fact]
    public void The_same_fact_gets_the_same_request_id_and_another_fact_another()
    {
        string first = IncidentUpdates.Opened("kent", "storm", "URN-1", At, "violence").Sender.RequestId;
        string again = IncidentUpdates.Opened("kent", "storm", "URN-1", At, "violence").Sender.RequestId;
        string other = IncidentUpdates.Opened("kent", "storm", "URN-1", At, "theft").Sender.RequestId;

        Assert.Equal(32, first.Length);
        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
    }

    [Fact]
    public void The_request_id_itself_does_not_count()
    {
        IncidentUpdate update = IncidentUpdates.Opened("kent", "storm", "URN-1", At);
        string made = update.Sender.RequestId;
        update.Sender.RequestId = "another";

        Assert.Equal(made, RequestIds.Of(update));
        Assert.Equal("another", update.Sender.RequestId);
    }

    [Fact]
    public async Task A_committed_secret_stays_with_the_caller()
    {
        await using FakeServer server = await FakeServer.StartAsync();
        CommitSeedRequest? sent = null;
        server.Audits.Commit = request =>
        {
            sent = request;
            return new CommitSeedResponse();
        };
        await using CrimeAuditClient client = server.Connect();

        await client.Audits.CommitSeedAsync("a1", "c1", "abc").Soon();

        Assert.Equal("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD", Convert.ToHexString(sent!.Commitment.Span));
    }
}
