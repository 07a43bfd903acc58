using System.Security.Cryptography;
using System.Text;
using CrimeAudit.V1;
using Step = CrimeAudit.V1.AuditEvent.StepOneofCase;

namespace CrimeAudit.Client;

/// <summary>
/// The course of an audit up to its draw, and its end: each step once, and in the order that makes it worth something. Commitments
/// stand before the moment of which the frame was read, reveals after it.
/// </summary>
internal sealed class AuditCourse
{
    private readonly Dictionary<Step, BundleStep> once = [];

    private AuditCourse(IReadOnlyList<BundleStep> steps) => Steps = steps;

    public IReadOnlyList<BundleStep> Steps { get; }

    public AuditPlan Plan => once[Step.Planned].Event.Planned;

    public BundleStep? Frozen => Find(Step.Frozen);

    public BundleStep? Drawn => Find(Step.Drawn);

    public BundleStep? Finalized => Find(Step.Finalized);

    /// <summary>The seed that the reveals give; null before.</summary>
    public string? Seed { get; private set; }

    public SeedGuarantee Guarantee => Seed is null ? SeedGuarantee.NoSeed
        : IsWitnessed ? SeedGuarantee.TrustInWitnesses
        : SeedGuarantee.CommitReveal;

    /// <summary>Who withheld a secret past its time; nobody unless the audit is void.</summary>
    public IReadOnlyList<SeedParty> WithheldBy => [.. Find(Step.RevealWithheld)?.Event.RevealWithheld.Parties ?? []];

    public AuditState State => Find(Step.Abandoned) is not null ? AuditState.Abandoned
        : Find(Step.RevealWithheld) is not null ? AuditState.Voided
        : Finalized is not null ? AuditState.Final
        : Drawn is not null ? AuditState.Drawn
        : Seed is not null ? AuditState.Seeded
        : Frozen is not null ? AuditState.Frozen
        : HasBothCommitments ? AuditState.Committed
        : AuditState.Planned;

    private bool IsWitnessed => Plan.SeedSource == SeedSource.Witnessed;

    private bool IsOver => State is AuditState.Final or AuditState.Abandoned or AuditState.Voided;

    /// <summary>Until when secrets could be revealed, µs since 1970 UTC; null where the plan gives them no time. Wide, since whoever made
    /// the bundle may have written any time into it.</summary>
    private Int128? RevealDueMicros => IsWitnessed || Frozen is null || Plan.RevealWindow is not { } window
        ? null
        : Frozen.Leaf.AcceptedMicros + MicrosOf(window.Seconds, window.Nanos);

    private bool HasBothCommitments => Find(Step.LeadCommitted) is not null && Find(Step.ForceCommitted) is not null;

    /// <exception cref="ProofRejectedException">The steps are not in the order that makes them an audit.</exception>
    public static AuditCourse Of(IReadOnlyList<BundleStep> steps)
    {
        var course = new AuditCourse(steps);
        foreach (BundleStep step in steps)
        {
            course.Take(step);
        }

        return course;
    }

    private void Take(BundleStep step)
    {
        Step kind = step.Event.StepCase;
        Require((kind == Step.Planned) == (once.Count == 0), step, "an audit begins with its plan");
        Require(!IsOver, step, "nothing follows on the end of an audit");
        switch (kind)
        {
            case Step.Planned:
                break;
            case Step.Abandoned:
                Require(Seed is not null || !(step.Leaf.AcceptedMicros >= RevealDueMicros), step, "an audit is void, not abandoned, once the time to reveal is over");
                break;
            case Step.LeadCommitted or Step.ForceCommitted:
                Require(!IsWitnessed && Frozen is null, step, "secrets are committed to before the freeze");
                break;
            case Step.Frozen:
                Freeze(step);
                break;
            case Step.LeadRevealed or Step.ForceRevealed:
                Require(Frozen is not null && Drawn is null, step, "secrets are revealed after the freeze and before the draw");
                Require(!(step.Leaf.AcceptedMicros >= RevealDueMicros), step, "secrets are revealed in time");
                break;
            case Step.RevealWithheld:
                RequireWithheld(step);
                break;
            case Step.Drawn:
                Require(Seed is not null, step, "there is a draw once the seed is known");
                RequireSeed(step);
                break;
            default:
                Require(Drawn is not null, step, "reports are reviewed once they are drawn");
                break;
        }

        if (IsOnce(kind))
        {
            Require(once.TryAdd(kind, step), step, "it was taken before");
        }

        if (kind is Step.LeadRevealed or Step.ForceRevealed)
        {
            Reveal(step);
        }
    }

    private void Freeze(BundleStep step)
    {
        Require(IsWitnessed || HasBothCommitments, step, "the frame is frozen once lead and force are committed");
        long readFrom = step.Event.Frozen.Frame?.TreeSize ?? 0;
        Require(readFrom <= step.EntryIndex, step, "a frame is read from entries before it");
        // Whoever commits once the frame can be known could choose a secret that suits it.
        Require(once.Values.All(s => s.EntryIndex < readFrom), step, "plan and commitments stand before the moment of which the frame is");
        if (!IsWitnessed)
        {
            Require(once[Step.LeadCommitted].Event.Actor != once[Step.ForceCommitted].Event.Actor, step, "nobody commits for lead and force both");
        }
    }

    private void Reveal(BundleStep step)
    {
        if (IsWitnessed)
        {
            Require(step.Event.StepCase == Step.LeadRevealed, step, "the lead states what witnesses saw");
            Require(step.Event.LeadRevealed.Reveal.Length > 0, step, "a seed is not empty");
            Seed = step.Event.LeadRevealed.Reveal;
            return;
        }

        bool ofLead = step.Event.StepCase == Step.LeadRevealed;
        string reveal = ofLead ? step.Event.LeadRevealed.Reveal : step.Event.ForceRevealed.Reveal;
        AuditEvent committed = once[ofLead ? Step.LeadCommitted : Step.ForceCommitted].Event;
        if (!SHA256.HashData(Encoding.UTF8.GetBytes(reveal)).AsSpan().SequenceEqual((ofLead ? committed.LeadCommitted : committed.ForceCommitted).Span))
        {
            throw new ProofRejectedException(ProofFault.CommitmentDiffers, $"Entry {step.EntryIndex} reveals another secret than was committed to.");
        }

        if (Find(Step.LeadRevealed) is { } lead && Find(Step.ForceRevealed) is { } force)
        {
            Seed = Convert.ToHexStringLower(
                SHA256.HashData(Encoding.UTF8.GetBytes(lead.Event.LeadRevealed.Reveal + force.Event.ForceRevealed.Reveal)));
        }
    }

    /// <summary>Nobody voids an audit by saying so: the time was over, and whoever is named had not revealed.</summary>
    private void RequireWithheld(BundleStep step)
    {
        RevealWithheld said = step.Event.RevealWithheld;
        Require(RevealDueMicros is { } due && step.Leaf.AcceptedMicros >= due, step, "a secret is withheld once the time to reveal it is over");
        Require(said.Due is { } until && MicrosOf(until.Seconds, until.Nanos) == RevealDueMicros, step, "the time to reveal follows from freeze and plan");
        SeedParty[] missing =
        [
            .. Find(Step.LeadRevealed) is null ? [SeedParty.Lead] : Array.Empty<SeedParty>(),
            .. Find(Step.ForceRevealed) is null ? [SeedParty.Force] : Array.Empty<SeedParty>(),
        ];
        Require(missing.Length > 0 && missing.SequenceEqual(said.Parties), step, "those are named who have not revealed");
    }

    private void RequireSeed(BundleStep step)
    {
        if (step.Event.Drawn.Seed != Seed)
        {
            throw new ProofRejectedException(ProofFault.SeedDiffers, $"Entry {step.EntryIndex} draws with another seed than was revealed.");
        }
    }

    private static Int128 MicrosOf(long seconds, int nanos) => ((Int128)seconds * 1_000_000) + (nanos / 1_000);

    private BundleStep? Find(Step kind) => once.GetValueOrDefault(kind);

    private static bool IsOnce(Step kind) => kind is Step.Planned or Step.LeadCommitted or Step.ForceCommitted or Step.Frozen
        or Step.LeadRevealed or Step.ForceRevealed or Step.Drawn or Step.Finalized or Step.Abandoned or Step.RevealWithheld;

    private static void Require(bool holds, BundleStep step, string rule)
    {
        if (!holds)
        {
            throw new ProofRejectedException(ProofFault.CourseBroken, $"Entry {step.EntryIndex}, {step.Event.StepCase}: {rule}.");
        }
    }
}
