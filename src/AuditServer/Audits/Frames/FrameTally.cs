using System.Numerics;
using CrimeAudit.V1;

namespace AuditServer.Audits.Frames;

/// <summary>Places units in strata, and counts every unit of the window: taken, excluded, outside all strata, or of uncertain time.</summary>
internal sealed class FrameTally
{
    private readonly AuditPlan plan;
    private readonly FrameWindow window;
    private readonly UnitPopulations populations;
    private readonly StratumMatcher strata;
    private readonly int excludedReasons;
    private readonly long[] sizes;
    private readonly long[] overlaps;
    private readonly long[] takenEarlier;
    private readonly SortedDictionary<NotRecordedReason, long> exclusions = [];
    private long outside;
    private long uncertain;

    public FrameTally(AuditPlan plan)
    {
        this.plan = plan;
        window = new FrameWindow(plan);
        populations = new UnitPopulations(plan);
        strata = new StratumMatcher(plan, populations);
        excludedReasons = (plan.Exclusions?.Reasons ?? []).Aggregate(0, (bits, reason) => bits | (1 << (int)reason));
        sizes = new long[plan.Strata.Count];
        overlaps = new long[plan.Strata.Count];
        takenEarlier = new long[plan.Strata.Count];
    }

    /// <summary>Units in all strata.</summary>
    public long Units => sizes.Sum();

    /// <summary>Which units of a force are to be read.</summary>
    public UnitsQuestion QuestionOf(string force) => new(force, window.ReadFromMicros, window.ToMicros, populations.AsksForRecords);

    /// <summary>Places a unit.</summary>
    /// <returns>Place of its stratum in the plan; null when it is in none, or left out.</returns>
    public int? Place(in WindowUnit unit)
    {
        InWindow place = populations.Hold(unit) ? window.Of(unit.Micros, unit.Precision) : InWindow.Outside;
        uncertain += place == InWindow.Uncertain ? 1 : 0;
        if (place != InWindow.Inside)
        {
            return null;
        }

        if (strata.Find(unit) is not { } first)
        {
            outside++;
            return null;
        }

        if (unit.Record is null && IsExcluded(unit.UnrecordedReasons))
        {
            var reason = (NotRecordedReason)BitOperations.TrailingZeroCount(unit.UnrecordedReasons);
            exclusions[reason] = exclusions.GetValueOrDefault(reason) + 1;
            return null;
        }

        sizes[first]++;
        CountOverlap(unit, first);
        return first;
    }

    /// <summary>The frame; its digest, size of the log and time are not for the tally to say.</summary>
    public Frame ToFrame() => new()
    {
        Units = Units,
        OutsideStrata = outside,
        TimeUncertain = uncertain,
        Exclusions = { exclusions.Select(e => new ExclusionCount { Reason = e.Key, Units = e.Value }) },
    };

    /// <summary>The strata with their sizes. An old plan names no version of the rules, and its entry tells of no overlap.</summary>
    public IEnumerable<FrameStratum> ToStrata() => plan.Strata.Select((s, i) => new FrameStratum
    {
        Name = s.Name,
        FrameSize = sizes[i],
        Overlap = plan.RuleVersion.Length > 0 ? overlaps[i] : 0,
        TakenEarlier = plan.RuleVersion.Length > 0 ? takenEarlier[i] : 0,
    });

    /// <summary>Every reason is one that the plan excludes: a report of which one crime was left out for another reason stays in.</summary>
    private bool IsExcluded(int reasons) => reasons != 0 && (reasons & ~excludedReasons) == 0;

    private void CountOverlap(in WindowUnit unit, int first)
    {
        bool matchesLater = false;
        for (int? later = strata.Find(unit, first + 1); later is { } place; later = strata.Find(unit, place + 1))
        {
            takenEarlier[place]++;
            matchesLater = true;
        }

        overlaps[first] += matchesLater ? 1 : 0;
    }
}
