using AuditCore.Evidence;
using CrimeAudit.Client;
using CrimeAudit.V1;
using Step = CrimeAudit.V1.AuditEvent.StepOneofCase;

namespace Tests.Shared.Evidence;

/// <summary>Bundles of a service that signs lies: every signature and every proof in them is right, and one thing in them is not.</summary>
internal static class DishonestBundles
{
    private static readonly Dictionary<string, (ProofFault Fault, Action<AuditScript> Lie)> Steps = new()
    {
        ["The force commits after the freeze"] = (ProofFault.CourseBroken, s => Move(s, Step.ForceCommitted, s.At(Step.Frozen))),
        ["Nobody commits for the force"] = (ProofFault.CourseBroken, s => s.Events.RemoveAt(s.At(Step.ForceCommitted))),
        ["One person commits for both"] = (ProofFault.CourseBroken, s => s.Find(Step.ForceCommitted).Actor = "a-lead"),
        ["A secret is revealed before the freeze"] = (ProofFault.CourseBroken, s => Move(s, Step.ForceRevealed, s.At(Step.Frozen))),
        ["A secret is revealed after the draw"] = (ProofFault.CourseBroken, s => Move(s, Step.LeadRevealed, s.At(Step.Drawn))),
        ["A frame is frozen again"] = (ProofFault.CourseBroken, s => s.Events.Insert(s.At(Step.Frozen) + 1, s.Find(Step.Frozen).Clone())),
        ["A sample is drawn again"] = (ProofFault.CourseBroken, s => s.Events.Insert(s.At(Step.Drawn) + 1, s.Find(Step.Drawn).Clone())),
        ["An audit is planned again"] = (ProofFault.CourseBroken, s => s.Events.Insert(1, s.Events[0].Clone())),
        ["An audit begins without a plan"] = (ProofFault.CourseBroken, s => s.Events.RemoveAt(0)),
        ["A report is reviewed before the draw"] = (ProofFault.CourseBroken, s => Move(s, Step.Reviewed, s.At(Step.Drawn))),
        ["An audit goes on after its end"] = (ProofFault.CourseBroken, s => s.Events.Add(s.Find(Step.Reviewed).Clone())),
        ["An audit is abandoned after its end"] = (ProofFault.CourseBroken, s => s.Events.Add(AuditScript.By("a-lead", e => e.Abandoned = new() { Reason = "no" }))),
        ["A witnessed seed is empty"] = (ProofFault.CourseBroken, Witness),
        ["A witnessed seed has commitments"] = (ProofFault.CourseBroken, s => s.Events[0].Planned.SeedSource = SeedSource.Witnessed),
        ["The lead reveals another secret"] = (ProofFault.CommitmentDiffers, s => s.Find(Step.LeadRevealed).LeadRevealed.Reveal += "!"),
        ["The force reveals another secret"] = (ProofFault.CommitmentDiffers, s => s.Find(Step.ForceRevealed).ForceRevealed.Reveal += "!"),
        ["The draw takes a seed of its own"] = (ProofFault.SeedDiffers, s => s.Find(Step.Drawn).Drawn.Seed = "271828"),
        ["A unit is left out of the frame"] = (ProofFault.FrameDiffers, s => s.Frame[0].RemoveAt(2)),
        ["A unit is added to the frame"] = (ProofFault.FrameDiffers, s => s.Frame[1].Add("kent/storm/t2")),
        ["A unit is exchanged for another"] = (ProofFault.FrameDiffers, s => s.Frame[0][8] = "kent/storm/v9"),
        ["A unit moves to another stratum"] = (ProofFault.FrameDiffers, s => Swap(s)),
        ["The frozen digest is of another frame"] = (ProofFault.FrameDiffers, s => s.Find(Step.Frozen).Frozen.Frame.Digest = AuditScript.Root(["a"])),
        ["The frozen size is another"] = (ProofFault.FrameDiffers, s => s.Find(Step.Frozen).Frozen.Strata[0].FrameSize = 10),
        ["The draw that was logged is another"] = (ProofFault.SampleDiffers, s => s.Find(Step.Drawn).Drawn.SampleDigest = AuditScript.Root(s.Theft)),
        ["The draw that was logged is smaller"] = (ProofFault.SampleDiffers, s => s.Find(Step.Drawn).Drawn.Strata[0].SampleSize = 2),
        ["The plan asks for a larger sample"] = (ProofFault.SampleDiffers, s => s.Events[0].Planned.Strata[0].SampleSize = 4),
        ["Another report than the next ticket stands in"] =
            (ProofFault.SampleDiffers, s => s.Find(Step.Unavailable).Unavailable.ReserveUnitId = s.Violence[4]),
        ["No report stands in although there are more"] = (ProofFault.SampleDiffers, s => s.Find(Step.Unavailable).Unavailable.ReserveUnitId = ""),
        ["An extension draws other reports"] = (ProofFault.SampleDiffers, s => s.Find(Step.Extended).Extended.SampleDigest = AuditScript.Root(["a"])),
        ["An extension draws more than it says"] = (ProofFault.SampleDiffers, s => s.Find(Step.Extended).Extended.Additional = 2),
        ["An extension is of no stratum"] = (ProofFault.SampleDiffers, s => s.Find(Step.Extended).Extended.Stratum = "robbery"),
        ["An extension is kept back"] = (ProofFault.SampleDiffers, s => s.Events.RemoveAll(e => e.Extended is not null || e.Reviewed?.UnitId == s.Violence[4])),
        ["A report that was not drawn is reviewed"] =
            (ProofFault.NotInSample, s => s.Find(Step.Reviewed).Reviewed.UnitId = s.Frame[0].Except(s.Violence).First()),
        ["A report is reviewed before its ticket came up"] =
            (ProofFault.NotInSample, s => Move(s, s.Events.FindIndex(e => e.Reviewed?.UnitId == s.Violence[4]), s.At(Step.Reviewed))),
        ["A report that was replaced is reviewed"] =
            (ProofFault.NotInSample, s => s.Events.Insert(s.At(Step.Unavailable) + 1, AuditScript.ReviewBy("ann", s.Violence[1], AuditScript.NoCrime()))),
        ["A report that was reviewed is replaced"] =
            (ProofFault.ItemCourseBroken, s => s.Events.Insert(s.At(Step.Unavailable), AuditScript.ReviewBy("ann", s.Violence[1], AuditScript.NoCrime()))),
        ["An auditor reviews a report twice"] =
            (ProofFault.ReviewerTwice, s => s.Events.Insert(s.At(Step.Extended), AuditScript.ReviewBy("ann", s.Violence[2], AuditScript.NoCrime()))),
        ["An auditor reconsiders the own review"] = (ProofFault.ReviewerTwice, s => s.Find(Step.Reconsidered).Actor = "ann"),
        ["An auditor arbitrates the own review"] = (ProofFault.ReviewerTwice, s => s.Find(Step.Arbitrated).Actor = "ann"),
        ["An arbitrator reconsiders what he decided"] = (ProofFault.ReviewerTwice, s => s.Events.InsertRange(s.At(Step.Finalized),
            [AuditScript.By("a-lead", e => e.Reopened = new() { UnitId = s.Violence[3] }), Reconsidered("cleo", s.Violence[3])])),
        ["A report is reviewed again that no ticket chose"] =
            (ProofFault.ItemCourseBroken, s => s.Events.Insert(s.At(Step.Finalized), AuditScript.ReviewBy("dan", s.Theft[1], AuditScript.NoCrime()))),
        ["A report is reconsidered that nobody disputes"] =
            (ProofFault.ItemCourseBroken, s => s.Events.Insert(s.At(Step.Finalized), Reconsidered("dan", s.Theft[1]))),
        ["A report is arbitrated about which nobody differs"] = (ProofFault.ItemCourseBroken, s => s.Events.Insert(
            s.At(Step.Finalized), AuditScript.By("dan", e => e.Arbitrated = new() { UnitId = s.Theft[1], Review = AuditScript.NoCrime() }))),
        ["A report is arbitrated by nobody of the plan"] = (ProofFault.ItemCourseBroken, s => s.Events[0].Planned.ReviewPolicy.Arbitrators.Add("dan")),
        ["The force answers what found nothing"] = (ProofFault.ItemCourseBroken, s => s.Events.Insert(
            s.At(Step.Finalized), AuditScript.By("a-registrar", e => e.Answered = new() { UnitId = s.Theft[1], Disputed = "still" }))),
        ["The force answers with a blank"] = (ProofFault.ItemCourseBroken, s => s.Find(Step.Answered).Answered.ClearAnswer()),
        ["A report is reopened while it is open"] = (ProofFault.ItemCourseBroken, s => s.Events.Insert(
            s.At(Step.Reconsidered), AuditScript.By("a-lead", e => e.Reopened = new() { UnitId = s.Violence[0] }))),
        ["The force answers late"] = (ProofFault.WindowBroken, s => Move(s, s.Events.FindIndex(e => e.Reviewed?.UnitId == s.Theft[0]), s.At(Step.Arbitrated))),
        ["A review is blank"] = (ProofFault.ReviewUnfinished, s => s.Find(Step.Reviewed).Reviewed.Review = new Review()),
        ["An audit ends before a report is reviewed"] =
            (ProofFault.ReviewUnfinished, s => s.Events.RemoveAll(e => e.Reviewed?.UnitId == s.Theft[1])),
        ["An audit ends before a second review that a ticket asks for"] =
            (ProofFault.ReviewUnfinished, s => s.Events.RemoveAt(s.Events.FindLastIndex(e => e.Reviewed?.UnitId == s.Violence[2]))),
        ["An audit ends before a pass is reviewed again whose ticket asks for it"] =
            (ProofFault.ReviewUnfinished, s => s.Events.RemoveAt(s.Events.FindLastIndex(e => e.Reviewed?.UnitId == s.Violence[4]))),
        ["An audit ends before reviewers are heard who both let the report pass, for other reasons"] = (ProofFault.ReviewUnfinished, s =>
            s.Events.FindLast(e => e.Reviewed?.UnitId == s.Violence[2])!.Reviewed.Review = AuditScript.Found(ReviewOutcome.Recorded)),
        ["An audit ends in dispute"] = (ProofFault.ReviewUnfinished, s => s.Events.RemoveAt(s.At(Step.Reconsidered))),
        ["An audit ends before reviewers who differ are heard"] =
            (ProofFault.ReviewUnfinished, s => s.Events.RemoveAll(e => e.Arbitrated is not null || e.Answered?.UnitId == s.Violence[3])),
        ["An audit ends before the force could answer"] = (ProofFault.ReviewUnfinished, s => s.Events.RemoveAll(e => e.Answered?.UnitId == s.Theft[0])),
        ["An audit ends with a report reopened"] = (ProofFault.ReviewUnfinished, s => s.Events.Insert(
            s.At(Step.Finalized), AuditScript.By("a-lead", e => e.Reopened = new ItemReopened { UnitId = s.Theft[1], Reason = "why not" }))),
        ["A step is of another audit"] = (ProofFault.OtherAudit, s => s.Find(Step.Extended).AuditId = "kent-2025"),
    };

    private static readonly Dictionary<string, (ProofFault Fault, Action<AuditScript> Lie)> Settled = new()
    {
        ["The frame is of a moment before the commitments"] = (ProofFault.CourseBroken, s => s.Find(Step.Frozen).Frozen.Frame.TreeSize = 3),
        ["The frame is of a moment to come"] = (ProofFault.CourseBroken, s => s.Find(Step.Frozen).Frozen.Frame.TreeSize++),
        ["The force is promised longer than it is given"] =
            (ProofFault.WindowBroken, s => s.Events[0].Planned.ReviewPolicy.ResponseWindow.Seconds += 86_400),
        ["Silence is taken for an answer of another moment"] =
            (ProofFault.WindowBroken, s => s.Events.First(e => e.Answered?.Lapsed is not null).Answered.Lapsed.Seconds--),
        ["The force is given no time"] = (ProofFault.CourseBroken, s => s.Events[0].Planned.ReviewPolicy.ResponseWindow.Seconds = 0),
        ["The force is given half a day more"] = (ProofFault.CourseBroken, s => s.Events[0].Planned.ReviewPolicy.ResponseWindow.Seconds += 43_200),
        ["The force is given a year"] = (ProofFault.CourseBroken, s => s.Events[0].Planned.ReviewPolicy.ResponseWindow.Seconds = 365 * 86_400),
        ["A step is kept back"] = (ProofFault.StepsMissing, s => s.Events.RemoveAt(s.At(Step.Assigned))),
        ["A step was added later"] = (ProofFault.StepsMissing, s => s.Events.Insert(s.At(Step.Assigned), s.Find(Step.Assigned).Clone())),
        ["The digest of the steps is another"] = (ProofFault.StepsMissing, s => Final(s).StepsDigest = AuditScript.Root(["1"])),
        ["The rate is off in its last digit"] = (ProofFault.EstimateDiffers, s => Rate(s).Ratio = Math.BitIncrement(Rate(s).Ratio)),
        ["The standard error is off in its last digit"] =
            (ProofFault.EstimateDiffers, s => Rate(s).StandardError = Math.BitDecrement(Rate(s).StandardError)),
        ["The interval is narrower"] = (ProofFault.EstimateDiffers, s => Rate(s).KornGraubard.Lower += 1e-8),
        ["A crime more is counted as recorded"] = (ProofFault.EstimateDiffers, s => Rate(s).NumeratorInSample++),
        ["A stratum is counted otherwise"] = (ProofFault.EstimateDiffers, s => Final(s).Estimate.Strata[1].Recorded++),
        ["The level is another"] = (ProofFault.EstimateDiffers, s => Final(s).Estimate.ConfidenceLevel = 0.9),
        ["The level is none"] = (ProofFault.EstimateDiffers, s => Final(s).Estimate.ConfidenceLevel = 2),
        ["Few crimes are shown as many"] = (ProofFault.EstimateDiffers, s => Final(s).LowCountBelow = 30),
        ["The method is another"] = (ProofFault.EstimateDiffers, s => Final(s).Estimate.Method = "as we like it"),
        ["There is no estimate"] = (ProofFault.EstimateDiffers, s => Final(s).Estimate = null),
        ["The estimate is of a moment before the last review"] = (ProofFault.EstimateDiffers, s => Final(s).Estimate.AsOf.TreeSize -= 2),
        ["The estimate is of a moment to come"] = (ProofFault.EstimateDiffers, s => Final(s).Estimate.AsOf.TreeSize++),
    };

    private static readonly Dictionary<string, (ProofFault Fault, Action<List<BundleLine>> Lie)> Lines = new()
    {
        ["A ticket is another"] = (ProofFault.SampleDiffers, l => Change<BundleTicket>(l, t => t with { Ticket = t.Ticket[..^1] + (t.Ticket[^1] == '0' ? '1' : '0') })),
        ["A ticket is another unit's"] = (ProofFault.SampleDiffers, l => Change<BundleTicket>(l, t => t with { Unit = "kent/storm/v0x" })),
        ["A ticket is of no stratum"] = (ProofFault.SampleDiffers, l => l[^1] = ((BundleTicket)l[^1]) with { Stratum = 2, Position = 1 }),
        ["Tickets of the draw are missing"] = (ProofFault.SampleDiffers, l => l.RemoveAll(t => t is BundleTicket { Stratum: 1 })),
        ["A unit stands in the frame twice"] = (ProofFault.FrameDiffers, l => Change<BundleUnits>(l, u => u with { Ids = [u.Ids[0], .. u.Ids] })),
        ["A frame is written in short lines"] = (ProofFault.FrameDiffers, Shorten),
        ["A line of units is empty"] = (ProofFault.FrameDiffers, l => l.Insert(l.FindLastIndex(u => u is BundleUnits) + 1, new BundleUnits(1, []))),
        ["Units are of no stratum"] = (ProofFault.FrameDiffers, l => l.Insert(l.FindLastIndex(u => u is BundleUnits) + 1, new BundleUnits(2, ["a"]))),
        ["The header names another audit"] = (ProofFault.OtherAudit, l => l[0] = new BundleHeader(BundleText.Format, "kent-2025", "kent")),
        ["The header names another force"] = (ProofFault.OtherAudit, l => l[0] = new BundleHeader(BundleText.Format, AuditScript.AuditId, "essex")),
        ["A step stands before an earlier one"] = (ProofFault.StepsOutOfOrder, l => (l[3], l[4]) = (l[4], l[3])),
        ["A step is said twice"] = (ProofFault.StepsOutOfOrder, l => l.Insert(3, l[3])),
        ["What a step holds is another's"] = (ProofFault.DigestDiffers, l => l[3] = ((BundleEntry)l[3]) with { Stored = ((BundleEntry)l[4]).Stored }),
        ["A step is proved by another's path"] = (ProofFault.RootDiffers, l => l[4] = ((BundleEntry)l[4]) with { Path = ((BundleEntry)l[3]).Path }),
        ["A path is padded"] = (ProofFault.PathTooLong, l => Change<BundleEntry>(l, e => e with { Path = [.. e.Path, e.Path[0]] })),
        ["A path is cut short"] = (ProofFault.PathTooShort, l => Change<BundleEntry>(l, e => e with { Path = [.. e.Path.Skip(1)] })),
        ["A path holds nothing where a hash should be"] = (ProofFault.BundleMalformed, l => Change<BundleEntry>(l, e => e with { Path = [null!, .. e.Path.Skip(1)] })),
        ["A unit has no id"] = (ProofFault.BundleMalformed, l => Change<BundleUnits>(l, u => u with { Ids = ["", .. u.Ids.Skip(1)] })),
        ["A path holds what is no hash"] = (ProofFault.HashNotCanonical, l => Change<BundleEntry>(l, e => e with { Path = [[1], .. e.Path.Skip(1)] })),
        ["An index lies outside the tree"] = (ProofFault.IndexOutsideTree, l => Change<BundleEntry>(l, e => e with { Index = long.MaxValue })),
        ["A leaf is none"] = (ProofFault.LeafMalformed, l => Change<BundleEntry>(l, e => e with { Leaf = [1, 2, 3] })),
    };

    private static readonly Dictionary<string, Action<AuditScript>> Voids = new()
    {
        ["An audit is void before the time to reveal is over"] = s => s.Wait = (Step.RevealWithheld, AuditScript.RevealWindow - TimeSpan.FromSeconds(1)),
        ["A secret is withheld that had no time"] = s => s.Events[0].Planned.RevealWindow = null,
        ["The time to reveal is a shorter one"] = s => s.Find(Step.RevealWithheld).RevealWithheld.Due.Seconds--,
        ["The time to reveal is not told"] = s => s.Find(Step.RevealWithheld).RevealWithheld.Due = null,
        ["The time to reveal is beyond all time"] = s => s.Events[0].Planned.RevealWindow.Seconds = long.MaxValue,
        ["The other party is named"] = s => s.Find(Step.RevealWithheld).RevealWithheld.Parties[0] = SeedParty.Force,
        ["Nobody is named"] = s => s.Find(Step.RevealWithheld).RevealWithheld.Parties.Clear(),
        ["Both are named, and one has revealed"] = s => s.Find(Step.RevealWithheld).RevealWithheld.Parties.Add(SeedParty.Force),
        ["A secret is withheld before the freeze"] = s => Move(s, Step.RevealWithheld, 2),
        ["A secret is revealed after the audit is void"] = s => s.Events.Add(
            AuditScript.By("a-lead", e => e.LeadRevealed = new SeedRevealed { Reveal = AuditScript.LeadSecret })),
        ["An audit is abandoned once it should be void"] = s => s.Events[^1] =
            AuditScript.By("a-lead", e => e.Abandoned = new() { Reason = "it does not suit" }),
        ["A secret is revealed past its time"] = s => s.Events[^1] =
            AuditScript.By("a-lead", e => e.LeadRevealed = new SeedRevealed { Reveal = AuditScript.LeadSecret }),
    };

    /// <summary>What is untrue in each.</summary>
    public static IEnumerable<string> Lies => [.. Steps.Keys, .. Settled.Keys, .. Lines.Keys, .. Voids.Keys];

    /// <summary>A bundle with one lie in it.</summary>
    /// <param name="lie">One of <see cref="Lies"/>.</param>
    /// <returns>The reason for which it has to be rejected, and the bundle.</returns>
    public static (ProofFault Fault, SignedBundle Bundle) With(string lie)
    {
        if (Voids.TryGetValue(lie, out Action<AuditScript>? withheld))
        {
            return (ProofFault.CourseBroken, OfVoid(withheld));
        }

        var script = new AuditScript();
        if (Steps.TryGetValue(lie, out (ProofFault Fault, Action<AuditScript> Lie) step))
        {
            step.Lie(script);
            script.Settle();
            return (step.Fault, SignedBundle.Of(script));
        }

        script.Settle();
        if (Settled.TryGetValue(lie, out (ProofFault Fault, Action<AuditScript> Lie) settled))
        {
            settled.Lie(script);
            return (settled.Fault, SignedBundle.Of(script));
        }

        var bundle = SignedBundle.Of(script);
        Lines[lie].Lie(bundle.Lines);
        return (Lines[lie].Fault, bundle);
    }

    private static SignedBundle OfVoid(Action<AuditScript> lie)
    {
        AuditScript script = AuditScript.Voided();
        lie(script);
        if (script.At(Step.RevealWithheld) < 0)
        {
            script.Wait = (script.Events[^1].StepCase, AuditScript.RevealWindow);
        }

        SignedBundle bundle = SignedBundle.Of(script);
        bundle.Lines.RemoveAll(l => l is BundleTicket);
        return bundle;
    }

    private static AuditFinalized Final(AuditScript script) => script.Find(Step.Finalized).Finalized;

    private static RatioEstimate Rate(AuditScript script) => Final(script).Estimate.RecordedCorrectly;

    private static void Move(AuditScript script, Step kind, int to) => Move(script, script.At(kind), to);

    private static void Move(AuditScript script, int at, int to)
    {
        AuditEvent step = script.Events[at];
        script.Events.RemoveAt(at);
        script.Events.Insert(to, step);
    }

    private static AuditEvent Reconsidered(string actor, string unit) =>
        AuditScript.By(actor, e => e.Reconsidered = new() { UnitId = unit, Review = AuditScript.NoCrime() });

    private static void Witness(AuditScript script)
    {
        script.Events[0].Planned.SeedSource = SeedSource.Witnessed;
        script.Events.RemoveAll(e => e.StepCase is Step.LeadCommitted or Step.ForceCommitted or Step.ForceRevealed);
        script.Find(Step.LeadRevealed).LeadRevealed.Reveal = "";
    }

    private static void Swap(AuditScript script)
    {
        string moved = script.Frame[0][0];
        script.Frame[0].RemoveAt(0);
        script.Frame[1].Insert(0, moved);
    }

    private static void Change<T>(List<BundleLine> lines, Func<T, T> change)
        where T : BundleLine
    {
        int at = lines.FindIndex(l => l is T);
        lines[at] = change((T)lines[at]);
    }

    private static void Shorten(List<BundleLine> lines)
    {
        int at = lines.FindIndex(l => l is BundleUnits);
        var units = (BundleUnits)lines[at];
        lines[at] = units with { Ids = [.. units.Ids.Take(4)] };
        lines.Insert(at + 1, units with { Ids = [.. units.Ids.Skip(4)] });
    }
}
