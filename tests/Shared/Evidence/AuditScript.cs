using System.Security.Cryptography;
using System.Text;
using AuditCore.Estimation;
using AuditCore.Evidence;
using AuditCore.Recording;
using AuditCore.Sampling;
using CrimeAudit.V1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Step = CrimeAudit.V1.AuditEvent.StepOneofCase;

namespace Tests.Shared.Evidence;

/// <summary>
/// A small audit, step by step, as an honest service would log it. Whoever writes it down can lie about any of it, and still sign what
/// comes of it.
/// </summary>
internal sealed class AuditScript
{
    public const string AuditId = "kent-2026";
    public const string Force = "kent";
    public const string LeadSecret = "the lead's secret, long enough";
    public const string ForceSecret = "the force's secret, long enough";

    /// <summary>How long the secrets may take where the plan says so.</summary>
    public static readonly TimeSpan RevealWindow = TimeSpan.FromDays(7);

    /// <summary>Where a step stands in the log: between entries of others.</summary>
    public const int Apart = 2;

    /// <summary>How long the force may answer: longer than all of the script but the silence in it, three days.</summary>
    private const long WindowMicros = 3 * 86_400_000_000;

    public AuditScript()
    {
        Seed = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(LeadSecret + ForceSecret)));
        Violence = [.. Draw.Take(Seed, Frame[0], 5).Select(u => u.Id)];
        Theft = [.. Draw.Take(Seed, Frame[1], 2).Select(u => u.Id)];
        Events = [.. Course(), .. Reviews(), By("a-lead", e => e.Finalized = new AuditFinalized { LowCountBelow = 3 })];
    }

    public string Seed { get; }

    public List<string>[] Frame { get; } = [[.. Enumerable.Range(0, 9).Select(i => $"kent/storm/v{i}")], ["kent/storm/t0", "kent/storm/t1"]];

    /// <summary>Drawn in the end: three by the draw, one in the place of a lost report, one by an extension.</summary>
    public IReadOnlyList<string> Violence { get; }

    public IReadOnlyList<string> Theft { get; }

    public List<AuditEvent> Events { get; }

    /// <summary>How long nothing happened before a step of this kind; none unless said.</summary>
    public (Step Before, TimeSpan For) Wait { get; set; }

    /// <summary>When a step was accepted, µs since 1970 UTC: one after the step before, or once there was silence for long enough.</summary>
    public long AcceptedMicros(int place) =>
        Events.Take(place + 1).Sum(e => e.Answered?.Lapsed is not null ? WindowMicros : e.Assigned is not null ? 0 : 1) +
        (At(Wait.Before) is >= 0 and var late && place >= late ? (long)Wait.For.TotalMicroseconds : 0);

    /// <summary>Gives the secrets a time, and ends with the lead's withheld past it.</summary>
    public static AuditScript Voided()
    {
        var script = new AuditScript { Wait = (Step.RevealWithheld, RevealWindow) };
        int last = script.At(Step.LeadRevealed);
        script.Events.RemoveRange(last, script.Events.Count - last);
        script.Events[0].Planned.RevealWindow = Duration.FromTimeSpan(RevealWindow);
        script.Events.Add(By("", e => e.RevealWithheld = new RevealWithheld { Parties = { SeedParty.Lead } }));
        script.Settle();
        return script;
    }

    public AuditEvent Find(Step kind) => Events.First(e => e.StepCase == kind);

    public int At(Step kind) => Events.FindIndex(e => e.StepCase == kind);

    /// <summary>The entry that a step gets.</summary>
    public static long IndexOf(int place) => (place * Apart) + 1;

    public static AuditEvent By(string actor, Action<AuditEvent> set)
    {
        var step = new AuditEvent { AuditId = AuditId, Actor = actor };
        set(step);
        return step;
    }

    public static AuditEvent ReviewBy(string actor, string unit, Review review) =>
        By(actor, e => e.Reviewed = new ItemReviewed { UnitId = unit, Review = review });

    public static Review Found(params ReviewOutcome[] outcomes) => new()
    {
        Crimes = new CrimesFound { Decisions = { outcomes.Select(o => new CrimeDecision { Offence = new Offence { Code = "008N" }, Outcome = o }) } },
    };

    public static Review NoCrime() => new() { NoCrime = new NoCrimeRequired { RuleParagraph = "General Rules A" } };

    public static ByteString Root(IEnumerable<string> leaves)
    {
        byte[][] bytes = [.. leaves.Select(Encoding.UTF8.GetBytes)];
        return ByteString.CopyFrom(new PlainTree(bytes).Root(bytes.Length));
    }

    /// <summary>Says in the steps what follows from their places, as a service does when it takes them.</summary>
    public void Settle()
    {
        foreach (FindingAnswered silence in Events.Select(e => e.Answered).OfType<FindingAnswered>().Where(a => a.Lapsed is not null))
        {
            int found = Events.FindLastIndex(Events.FindIndex(e => e.Answered == silence), e => UnitOf(e) == silence.UnitId && e.Answered is null);
            silence.Lapsed = Timestamp.FromDateTimeOffset(DateTimeOffset.UnixEpoch.AddMicroseconds(AcceptedMicros(found) + WindowMicros));
        }

        int frozen = At(Step.Frozen);
        if (frozen >= 0)
        {
            Events[frozen].Frozen.Frame.TreeSize = IndexOf(frozen);
        }

        int withheld = At(Step.RevealWithheld);
        if (withheld >= 0)
        {
            Events[withheld].RevealWithheld.Due = new Timestamp { Nanos = (int)(AcceptedMicros(frozen) % 1_000_000 * 1_000), Seconds = (AcceptedMicros(frozen) / 1_000_000) + (long)RevealWindow.TotalSeconds };
        }

        int last = At(Step.Finalized);
        if (last >= 0)
        {
            AuditFinalized final = Events[last].Finalized;
            final.Estimate = Estimate(IndexOf(last));
            final.StepsDigest = Root(Enumerable.Range(0, last).Select(i => $"{IndexOf(i)}"));
        }
    }

    private static string? UnitOf(AuditEvent step) =>
        step.Reviewed?.UnitId ?? step.Reconsidered?.UnitId ?? step.Arbitrated?.UnitId ?? step.Reopened?.UnitId;

    private IEnumerable<AuditEvent> Course()
    {
        var plan = new AuditPlan { Force = Force, WindowFrom = "2026-01-01", WindowTo = "2026-01-31", SeedSource = SeedSource.CommitReveal };
        // Of the reports drawn the third and fourth have tickets for a second review, the fifth for another review of a pass.
        plan.ReviewPolicy = new ReviewPolicy { SecondReviewShare = 0.5, PassReviewShare = 0.05, ResponseWindow = new Duration { Seconds = WindowMicros / 1_000_000 } };
        plan.Strata.Add(new CrimeAudit.V1.Stratum { Name = "violence", Population = Population.Incidents, SampleSize = 3 });
        plan.Strata.Add(new CrimeAudit.V1.Stratum { Name = "theft", Population = Population.Incidents, Census = true });
        yield return By("a-lead", e => e.Planned = plan);
        yield return By("a-lead", e => e.LeadCommitted = Hash(LeadSecret));
        yield return By("a-registrar", e => e.ForceCommitted = Hash(ForceSecret));
        yield return By("a-lead", e => e.Frozen = new FrameFrozen
        {
            Frame = new Frame { Units = 11, Digest = Root([.. Frame[0], .. Frame[1]]) },
            Strata = { new FrameStratum { Name = "violence", FrameSize = 9 }, new FrameStratum { Name = "theft", FrameSize = 2 } },
        });
        yield return By("a-registrar", e => e.ForceRevealed = new SeedRevealed { Reveal = ForceSecret });
        yield return By("a-lead", e => e.LeadRevealed = new SeedRevealed { Reveal = LeadSecret });
        yield return By("a-lead", e => e.Drawn = new SampleDrawn
        {
            Seed = Seed,
            SampleDigest = Root([.. Violence.Take(3), .. Theft]),
            Strata =
            {
                new FrameStratum { Name = "violence", FrameSize = 9, SampleSize = 3 },
                new FrameStratum { Name = "theft", FrameSize = 2, SampleSize = 2, Census = true },
            },
        });
    }

    private IEnumerable<AuditEvent> Reviews()
    {
        yield return By("a-lead", e => e.Assigned = new ReviewsAssigned());
        yield return ReviewBy("ann", Violence[0], Found(ReviewOutcome.Recorded, ReviewOutcome.NotRecorded));
        yield return By("a-registrar", e => e.Answered = new FindingAnswered { UnitId = Violence[0], Disputed = "within another crime" });
        yield return By("bob", e => e.Reconsidered = new ItemReconsidered { UnitId = Violence[0], Review = Found(ReviewOutcome.Recorded), Reason = "so it is" });
        yield return By("a-lead", e => e.Unavailable = new ItemUnavailable { UnitId = Violence[1], Reason = "lost", ReserveUnitId = Violence[3] });
        yield return ReviewBy("ann", Violence[2], NoCrime());
        yield return ReviewBy("bob", Violence[2], NoCrime());
        yield return ReviewBy("bob", Violence[3], Found(ReviewOutcome.NotRecorded));
        yield return ReviewBy("ann", Violence[3], Found(ReviewOutcome.Recorded));
        yield return By("cleo", e => e.Arbitrated = new ItemArbitrated { UnitId = Violence[3], Review = Found(ReviewOutcome.Misclassified), Reason = "heard both" });
        yield return By("", e => e.Answered = new FindingAnswered { UnitId = Violence[3], Lapsed = new() { Seconds = 1 } });
        yield return By("a-lead", e => e.Extended = new SampleExtended
        {
            Stratum = "violence",
            Additional = 1,
            Drawn = 1,
            SampleSize = 5,
            SampleDigest = Root([Violence[4]]),
        });
        yield return ReviewBy("ann", Violence[4], Found(ReviewOutcome.Recorded));
        yield return ReviewBy("cleo", Violence[4], Found(ReviewOutcome.Recorded));
        yield return ReviewBy("ann", Theft[0], Found(ReviewOutcome.RecordedLate));
        yield return By("a-registrar", e => e.Answered = new FindingAnswered { UnitId = Theft[0], Accepted = true });
        yield return ReviewBy("bob", Theft[1], Found(ReviewOutcome.Recorded));
    }

    private static EstimateRecordingRateResponse Estimate(long treeSize)
    {
        ReviewedStratum[] strata =
        [
            new("violence", 9, 5, [Found(ReviewOutcome.Recorded), NoCrime(), Found(ReviewOutcome.Misclassified), Found(ReviewOutcome.Recorded)]),
            new("theft", 2, 2, [Found(ReviewOutcome.RecordedLate), Found(ReviewOutcome.Recorded)]),
        ];
        EstimateRecordingRateResponse estimate = RecordingRate.Of(
            new ReviewedDesign(strata), new ReviewDomain(new PublishedReference()), new EstimationOptions { LowCountBelow = 3 }).ToMessage();
        UndecidedCases.AddTo(
            estimate,
            [.. strata.Select((s, i) => new UndecidedStratum(s.Name, s.FrameSize, s.Reviews, [], [], Unavailable: i == 0 ? 1 : 0))],
            new ReviewDomain(new PublishedReference()));
        estimate.AsOf = new AsOf { TreeSize = treeSize };
        return estimate;
    }

    private static ByteString Hash(string secret) => ByteString.CopyFrom(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
