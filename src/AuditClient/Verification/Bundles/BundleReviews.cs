using AuditCore.Estimation;
using CrimeAudit.V1;
using Step = CrimeAudit.V1.AuditEvent.StepOneofCase;

namespace CrimeAudit.Client;

/// <summary>What was done to the reports of a sample, step by step: how the sample grew, and which review of each report counts.</summary>
internal sealed class BundleReviews
{
    private readonly AuditCourse course;
    private readonly BundleSample sample;
    private readonly ReviewRules rules;
    private readonly List<string>[] drawn;
    private readonly Dictionary<string, (int Stratum, ReviewedUnit Unit)> units = new(StringComparer.Ordinal);

    public BundleReviews(AuditCourse course, BundleSample sample)
    {
        (this.course, this.sample) = (course, sample);
        rules = new ReviewRules(course.Plan, course.Seed);
        drawn = [.. sample.FirstSizes.Select(_ => new List<string>())];
        for (int i = 0; i < drawn.Length; i++)
        {
            Grow(i, sample.FirstSizes[i]);
        }
    }

    /// <summary>The strata with the reviews that count, in ticket order up to the first report that has none.</summary>
    public ReviewedDesign Design => new(
    [
        .. course.Plan.Strata.Select((s, i) => new ReviewedStratum(s.Name, sample.FrameSizes[i], drawn[i].Count, Finished(i))
        {
            Population = s.Population,
            MergeInto = s.MergeSingletonsInto,
        }),
    ]);

    /// <summary>The strata of reports of an audit in which everything is decided, with those that could not be had.</summary>
    public IReadOnlyList<UndecidedStratum> Decided =>
    [
        .. Design.Strata.Select((s, i) => (Stratum: s, Lost: drawn[i].Count(u => units[u].Unit.IsUnavailable)))
            .Where(s => s.Stratum.IsOfReports)
            .Select(s => new UndecidedStratum(s.Stratum.Name, s.Stratum.FrameSize, s.Stratum.Reviews, [], [], s.Lost)),
    ];

    /// <summary>Reports about which something is still to be done.</summary>
    public IEnumerable<string> Unfinished => units.Where(u => !u.Value.Unit.IsSettled).Select(u => u.Key);

    /// <exception cref="ProofRejectedException">A step does not belong to the sample, or to its reviewer.</exception>
    public void TakeAll()
    {
        foreach (BundleStep step in course.Steps)
        {
            Take(step);
        }

        for (int i = 0; i < drawn.Length; i++)
        {
            if (drawn[i].Count != sample.InTicketOrder[i].Count)
            {
                throw BundleSample.Differs($"stratum '{course.Plan.Strata[i].Name}' has tickets that no step drew");
            }
        }
    }

    private void Take(BundleStep step)
    {
        AuditEvent taken = step.Event;
        switch (taken.StepCase)
        {
            case Step.Reviewed:
                Find(step, taken.Reviewed.UnitId).Review(step, NotBlank(step, taken.Reviewed.Review));
                break;
            case Step.Reconsidered:
                Find(step, taken.Reconsidered.UnitId).Reconsider(step, NotBlank(step, taken.Reconsidered.Review));
                break;
            case Step.Arbitrated:
                Find(step, taken.Arbitrated.UnitId).Arbitrate(step, NotBlank(step, taken.Arbitrated.Review));
                break;
            case Step.Answered:
                Find(step, taken.Answered.UnitId).Answer(step, taken.Answered);
                break;
            case Step.Reopened:
                Find(step, taken.Reopened.UnitId).Reopen(step);
                break;
            case Step.Unavailable:
                Replace(step, taken.Unavailable);
                break;
            case Step.Extended:
                Extend(taken.Extended);
                break;
        }
    }

    private ReviewedUnit Find(BundleStep step, string unitId) =>
        units.TryGetValue(unitId, out (int Stratum, ReviewedUnit Unit) found) && !found.Unit.IsUnavailable
            ? found.Unit
            : throw new ProofRejectedException(ProofFault.NotInSample, $"Entry {step.EntryIndex} is about {unitId}, which was not drawn by then, or replaced.");

    private void Replace(BundleStep step, ItemUnavailable unavailable)
    {
        Find(step, unavailable.UnitId).Replace(step);
        int stratum = units[unavailable.UnitId].Stratum;
        List<string> next = Grow(stratum, drawn[stratum].Count < sample.FrameSizes[stratum] ? 1 : 0);
        if ((next.Count == 0 ? "" : next[0]) != unavailable.ReserveUnitId)
        {
            throw BundleSample.Differs($"entry {step.EntryIndex} lets another report stand in than the next ticket");
        }
    }

    private void Extend(SampleExtended extended)
    {
        int stratum = course.Plan.Strata.Select(s => s.Name).ToList().IndexOf(extended.Stratum);
        if (stratum < 0)
        {
            throw BundleSample.Differs($"there is no stratum '{extended.Stratum}' to extend");
        }

        List<string> next = Grow(stratum, Math.Min(extended.Additional, sample.FrameSizes[stratum] - drawn[stratum].Count));
        if (next.Count != extended.Drawn || drawn[stratum].Count != extended.SampleSize || BundleSample.DigestOf(next) != extended.SampleDigest)
        {
            throw BundleSample.Differs($"the extension of stratum '{extended.Stratum}' that was logged is another");
        }
    }

    /// <summary>Takes the next tickets of a stratum into the sample.</summary>
    private List<string> Grow(int stratum, long number)
    {
        List<string> next = [.. sample.InTicketOrder[stratum].Skip(drawn[stratum].Count).Take((int)number)];
        if (next.Count != number)
        {
            throw BundleSample.Differs($"tickets of stratum '{course.Plan.Strata[stratum].Name}' are missing");
        }

        foreach (string unit in next)
        {
            if (!units.TryAdd(unit, (stratum, new ReviewedUnit(unit, rules))))
            {
                throw BundleSample.Differs($"{unit} is in two strata");
            }
        }

        drawn[stratum].AddRange(next);
        return next;
    }

    private List<Review> Finished(int stratum) =>
    [
        .. drawn[stratum].Select(u => units[u].Unit).Where(u => !u.IsUnavailable).TakeWhile(u => u.Counting is not null).Select(u => u.Counting!),
    ];

    private static Review NotBlank(BundleStep step, Review? review) => review is { FindingCase: not Review.FindingOneofCase.None }
        ? review
        : throw new ProofRejectedException(ProofFault.ReviewUnfinished, $"The review of entry {step.EntryIndex} is blank, and a blank is never a pass.");
}
