using AuditServer.Security;
using AuditServer.Tests.Support;
using CrimeAudit.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace AuditServer.Tests.Audits.Reviewing;

/// <summary>What each role is sent of the same items, field by field: what may not be seen is not there.</summary>
public sealed class ItemRoleTests(FeatureServer server) : IClassFixture<FeatureServer>
{
    private static readonly Review Fail = Given.Found(Given.Decision(ReviewOutcome.NotRecorded));

    [Fact]
    public async Task Lead_auditor_registrar_and_reader_each_receive_what_is_theirs()
    {
        await server.SubmitAsync(Given.Reports(2, "roles"));
        var audit = new Inspection(server, "roles");
        AuditPlan plan = Given.Plan(SeedSource.Witnessed, ("roles", 0));
        plan.ReviewPolicy = new ReviewPolicy { SecondReviewShare = 0, PassReviewShare = 0, ConflictingForces = { "surrey" } };
        IReadOnlyList<SampleItem> items = await audit.DrawnAsync(plan, "anna", "bert");
        (SampleItem failed, SampleItem open) = (items[0], items[1]);
        SubmitReviewResponse review = await audit.Review(failed.UnitId, Fail);
        Timestamp due = Timestamp.FromDateTimeOffset(review.AcceptedTime.ToDateTimeOffset().AddDays(14));
        ItemStep Step(string actor) => new()
        {
            EntryIndex = review.EntryIndex,
            AcceptedTime = review.AcceptedTime,
            Kind = ItemStepKind.Reviewed,
            Actor = actor,
            Review = Fail,
        };
        SampleItem Place(SampleItem item) => new() { Stratum = "roles", Position = item.Position, UnitId = item.UnitId };

        var toLead = new SampleItem(Place(failed))
        {
            Ticket = failed.Ticket,
            Reviewed = true,
            Review = Fail,
            Reviewer = "anna",
            State = ItemState.WithForce,
            ResponseDue = due,
            AssignedTo = { "anna" },
            History = { Step("anna") },
        };
        var openToLead = new SampleItem(Place(open)) { Ticket = open.Ticket, State = ItemState.AwaitingReview, AssignedTo = { "bert" } };
        Assert.Equal([toLead, openToLead], await audit.ItemsAsync());
        Assert.Equal([toLead, openToLead], await audit.ItemsAsync(server.As("adam", [Role.Admin])));

        var toAnna = new SampleItem(Place(failed))
        {
            Ticket = failed.Ticket,
            Reviewed = true,
            Review = Fail,
            Reviewer = "anna",
            History = { Step("anna") },
        };
        Assert.Equal([toAnna], await audit.ItemsAsync(server.Auditor("anna")));
        Assert.Equal(
            [new SampleItem(Place(open)) { Ticket = open.Ticket, Task = ReviewTask.Review }], await audit.ItemsAsync(server.Auditor("bert")));
        Assert.Empty(await audit.ItemsAsync(server.Auditor("cleo")));

        var toForce = new SampleItem(Place(failed))
        {
            Reviewed = true,
            Review = Fail,
            State = ItemState.WithForce,
            ResponseDue = due,
            History = { Step("") },
        };
        Assert.Equal([toForce], await audit.ItemsAsync(server.Registrar()));
        Assert.Equal("UNKNOWN_SAMPLE_ITEM", await ReasonAsync(Get("roles", open.UnitId, server.Registrar())));
        Assert.Equal("UNKNOWN_SAMPLE_ITEM", await ReasonAsync(Get("roles", failed.UnitId, server.Auditor("bert"))));
        Assert.Equal("FORCE_NOT_PERMITTED", await ReasonAsync(audit.List(server.Registrar("kent"))));
        Assert.Equal("FORCE_NOT_PERMITTED", await ReasonAsync(audit.List(server.Auditor("anna", "surrey"))));
        Assert.Equal("ROLE_MISSING", await ReasonAsync(audit.List(server.As("rita", [Role.Reader], FeatureServer.Force))));
        Assert.Equal("ROLE_MISSING", await ReasonAsync(Get("roles", failed.UnitId, server.As("rita", [Role.Reader], FeatureServer.Force))));

        // Whoever leads and reviews sees no more of what is to be reviewed than any auditor.
        Assert.Equal(
            [new SampleItem(Place(open)) { Ticket = open.Ticket, Task = ReviewTask.Review }],
            (await audit.ItemsAsync(server.As("bert", [Role.Lead, Role.Auditor], "kent"))).Where(i => i.UnitId == open.UnitId));
        Audit toAuditor = (await server.GetAudit(new GetAuditRequest { AuditId = "roles" }, server.Auditor("bert"))).Audit;
        Assert.Null(toAuditor.Strata[0].Progress);
        Assert.Equal(1, (await audit.GetAsync()).Strata[0].Progress.WithForce);
    }

    [Fact]
    public async Task What_tells_how_others_judge_is_told_to_leads_alone_until_the_audit_is_final()
    {
        await server.SubmitAsync(Given.Reports(6, "counted"));
        var (audit, other) = (new Inspection(server, "counted"), new Inspection(server, "counted-too"));
        foreach (Inspection one in new[] { audit, other })
        {
            AuditPlan plan = Given.Plan(SeedSource.Witnessed, ("counted", 2));
            plan.ReviewPolicy = new ReviewPolicy { SecondReviewShare = 0, PassReviewShare = 0 };
            foreach (SampleItem item in await one.DrawnAsync(plan))
            {
                await one.Review(item.UnitId, Given.Found(Given.Decision(ReviewOutcome.Recorded)));
            }
        }

        (string Who, Metadata By)[] sighted = [("lead", server.Lead()), ("admin", server.As("adam", [Role.Admin]))];
        (string Who, Metadata By)[] blind =
        [
            ("an auditor of it", server.Auditor()), ("another auditor", server.Auditor("cleo")),
            ("a lead who reviews", server.As("anna", [Role.Lead], "kent")),
            ("an admin who reviews", server.As("anna", [Role.Admin])),
            ("registrar", server.Registrar()), ("reader", server.As("rita", [Role.Reader], FeatureServer.Force)),
        ];
        foreach ((string who, Metadata by) in blind)
        {
            foreach ((string call, Func<Task> ask) in Counts(by))
            {
                Assert.Equal((who, call, "AUDIT_STATE DRAWN"), (who, call, await AnswerAsync(ask)));
            }
        }

        await AssertToldAsync(sighted);
        await audit.Final();
        // A comparison tells of both.
        Assert.Equal("AUDIT_STATE DRAWN", await AnswerAsync(Counts(server.Registrar())["compare"]));
        await other.Final();
        await AssertToldAsync([.. sighted, .. blind]);
    }

    private async Task AssertToldAsync(IEnumerable<(string Who, Metadata By)> callers)
    {
        foreach ((string who, Metadata by) in callers)
        {
            foreach ((string call, Func<Task> ask) in Counts(by))
            {
                Assert.Equal((who, call, ""), (who, call, await AnswerAsync(ask)));
            }
        }
    }

    /// <summary>Everything that is counted from reviews and that more than leads may ask.</summary>
    private Dictionary<string, Func<Task>> Counts(Metadata by) => new()
    {
        ["rate"] = () => server.Rates.EstimateRecordingRateAsync(new() { AuditId = "counted" }, by).ResponseAsync,
        ["classification"] = () => server.Rates.EstimateClassificationAsync(new() { AuditId = "counted" }, by).ResponseAsync,
        ["not recorded"] = () => server.Rates.EstimateNotRecordedAsync(new() { AuditId = "counted" }, by).ResponseAsync,
        ["compare"] = () => server.Rates.CompareEstimatesAsync(new() { BaselineAuditId = "counted", AuditIds = { "counted-too" } }, by).ResponseAsync,
        ["explain"] = () => server.Rates.ExplainShortfallAsync(new() { AuditId = "counted" }, by).ResponseAsync,
    };

    /// <summary>How a question is refused; empty when it is answered. That there is nothing to project from is an answer too.</summary>
    private static async Task<string> AnswerAsync(Func<Task> ask)
    {
        try
        {
            await ask();
            return "";
        }
        catch (RpcException refused)
        {
            FeatureServer.Refusal refusal = FeatureServer.RefusalOf(refused);
            return refusal.Reason == "NO_ESTIMATE" ? "" : $"{refusal.Reason} {refusal.State}";
        }
    }

    [Fact]
    public async Task An_arbitrator_of_the_plan_receives_what_is_to_be_arbitrated_without_who_said_what()
    {
        await server.SubmitAsync(Given.Reports(2, "differ"));
        var audit = new Inspection(server, "differ");
        AuditPlan plan = Given.Plan(SeedSource.Witnessed, ("differ", 0));
        plan.ReviewPolicy = new ReviewPolicy { SecondReviewShare = 1, PassReviewShare = 0, Arbitrators = { "arthur" } };
        IReadOnlyList<SampleItem> items = await audit.DrawnAsync(plan, "anna", "bert");
        Assert.Empty(await audit.ItemsAsync(server.Auditor("arthur")));
        SubmitReviewResponse one = await audit.Review(items[0].UnitId, Fail, "one");
        SubmitReviewResponse two = await audit.Review(items[0].UnitId, Given.NoCrime(), "two", server.Auditor("bert"));
        var toArthur = new SampleItem
        {
            Stratum = "differ",
            Position = 1,
            UnitId = items[0].UnitId,
            Ticket = items[0].Ticket,
            Task = ReviewTask.Arbitrate,
            History =
            {
                new ItemStep { EntryIndex = one.EntryIndex, AcceptedTime = one.AcceptedTime, Kind = ItemStepKind.Reviewed, Review = Fail },
                new ItemStep { EntryIndex = two.EntryIndex, AcceptedTime = two.AcceptedTime, Kind = ItemStepKind.Reviewed, Review = Given.NoCrime() },
            },
        };
        Assert.Equal([toArthur], await audit.ItemsAsync(server.Auditor("arthur")));
        Assert.Equal(toArthur, (await Get("differ", items[0].UnitId, server.Auditor("arthur"))).Item);
        Assert.Equal("UNKNOWN_SAMPLE_ITEM", await ReasonAsync(Get("differ", items[1].UnitId, server.Auditor("arthur"))));
        Assert.Equal(one.EntryIndex, Assert.Single((await audit.ItemsAsync(server.Auditor("anna")))[0].History).EntryIndex);
    }

    [Fact]
    public async Task The_record_is_the_one_of_the_freeze_and_blind_without_the_final_codes()
    {
        await server.SubmitAsync([Given.Report("record", "record"), Told("record", "closed", u => u.Closed = new Closed { ClosingCode = "no-crime" })]);
        await server.SubmitAsync([Told("record", "recoded", u => u.Recoded = new Recoded { OpeningCode = "record-2" })]);
        var audit = new Inspection(server, "record");
        AuditPlan plan = Given.Plan(SeedSource.Witnessed, ("record-2", 0));
        plan.ReviewPolicy = new ReviewPolicy { SecondReviewShare = 0, PassReviewShare = 0 };
        await audit.Create(plan);
        await audit.Freeze();
        await server.SubmitAsync([Told(
            "record", "mended", u => u.CrimeRecorded = new CrimeRecorded { CrimeRef = "C-late", Offence = new Offence { Code = Given.Violence } })]);
        await audit.Witness();
        await audit.Draw();
        await audit.Assign("assign", "anna");
        string unit = (await audit.ItemsAsync())[0].UnitId;

        GetSampleItemResponse blind = await Get("record", unit, server.Auditor("anna"));
        Assert.Equal(("", "record", IncidentStatus.Open), (blind.Record.ClosingCode, blind.Record.OpeningCode, blind.Record.Status));
        Assert.Empty(blind.Record.CrimeRecords);
        Assert.Equal([IncidentUpdate.ChangeOneofCase.Opened], blind.RecordHistory.Select(h => h.Update.ChangeCase));
        Assert.Empty(blind.RecordedAfterFreeze);
        Assert.Equal("ROLE_MISSING", await ReasonAsync(server.Incidents.GetIncidentAsync(
            new GetIncidentRequest { Force = FeatureServer.Force, SourceSystem = "storm", Ref = "record" },
            server.Auditor("anna"),
            cancellationToken: TestContext.Current.CancellationToken)));

        GetSampleItemResponse whole = await Get("record", unit, server.Lead());
        Assert.Equal(("no-crime", "record-2"), (whole.Record.ClosingCode, whole.Record.OpeningCode));
        Assert.Equal(3, whole.RecordHistory.Count);
        Assert.Equal("C-late", Assert.Single(whole.RecordedAfterFreeze).Update.CrimeRecorded.CrimeRef);

        CrimeDecision decision = Given.Decision(ReviewOutcome.Recorded);
        decision.CrimeRef = "C-late";
        FeatureServer.Refusal refused = await FeatureServer.RefusalOfAsync(audit.Review(unit, Given.Found(decision)));
        Assert.Equal(["review.crimes.decisions[0].crime_ref"], refused.Fields);
    }

    [Fact]
    public async Task Whoever_leads_and_reviews_reads_no_steps_of_others_in_the_log()
    {
        await server.SubmitAsync(Given.Reports(2, "entries"));
        var audit = new Inspection(server, "entries");
        IReadOnlyList<SampleItem> items = await audit.DrawnAsync(Given.Plan(SeedSource.Witnessed, ("entries", 0)), "anna", "bert");
        long by = (await audit.Review(items[0].UnitId, Fail)).EntryIndex;
        Assert.False(await IsToldAsync(by, server.As("bert", [Role.Lead, Role.Auditor], "kent")));
        Assert.False(await IsToldAsync(by, server.Auditor("bert")));
        Assert.False(await IsToldAsync(by, server.Registrar()));
        Assert.True(await IsToldAsync(by, server.Auditor("anna")));
        Assert.True(await IsToldAsync(by, server.Lead()));
    }

    private async Task<bool> IsToldAsync(long index, Metadata by)
    {
        using AsyncServerStreamingCall<ReadEntriesResponse> read = server.Ledger.ReadEntries(
            new ReadEntriesRequest { FromIndex = index, MostEntries = 1, WantPayloads = true },
            by,
            cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(await read.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
        return !Assert.Single(read.ResponseStream.Current.Entries).StoredBytes.IsEmpty;
    }

    private static async Task<string> ReasonAsync<T>(AsyncUnaryCall<T> call) => (await FeatureServer.RefusalOfAsync(call)).Reason;

    private static IncidentUpdate Told(string reference, string requestId, Action<IncidentUpdate> change)
    {
        IncidentUpdate update = Given.Report(reference, "");
        update.Sender.RequestId = requestId;
        change(update);
        return update;
    }

    private AsyncUnaryCall<GetSampleItemResponse> Get(string auditId, string unitId, Metadata by) =>
        server.Audits.GetSampleItemAsync(new GetSampleItemRequest { AuditId = auditId, UnitId = unitId }, by);
}
