using AuditServer.Audits.Frames;
using AuditServer.Errors;
using AuditServer.Ledger;
using CrimeAudit.V1;

namespace AuditServer.Audits.Plans;

/// <summary>
/// Answers how large a sample must be of a frame that is counted in the log as it is now: by the very tally that a freeze stages units
/// by, so that both come to the same numbers.
/// </summary>
internal sealed class CountedPlanning(IAuditReads reads, TimeProvider clock)
{
    /// <param name="request">The question, with a plan.</param>
    /// <param name="permit">Throws unless the caller may create an audit of a force.</param>
    /// <param name="cancel">Ends the counting.</param>
    /// <exception cref="Fault">INVALID_FIELDS, UNKNOWN_FORCE, FORCE_NOT_PERMITTED.</exception>
    public async Task<PlanAuditResponse> PlanAsync(PlanAuditRequest request, Action<string> permit, CancellationToken cancel)
    {
        Check(request);
        permit(request.Plan.Force);
        AuditPlan plan = request.Plan.Clone();
        RulesCheck.FillIn(plan);
        var tally = new FrameTally(plan);
        await using IAuditSnapshot snapshot = await reads.SnapshotAsync(cancel);
        await foreach (WindowUnit unit in tally.QuestionOf(plan.Force).ReadAsync(snapshot, cancel))
        {
            tally.Place(unit);
        }

        PlanAuditResponse response = Size(request, [.. tally.ToStrata().Select(s => s.FrameSize)]);
        response.Frame = tally.ToFrame();
        response.Frame.TreeSize = snapshot.Head.Size;
        response.AsOf = snapshot.Head.ToAsOf(clock.GetUtcNow());
        return response;
    }

    private static void Check(PlanAuditRequest request)
    {
        var violations = new Violations();
        violations.Enter("plan");
        PlanCheck.CheckFrame(request.Plan, sized: false, violations);
        violations.Leave();
        string[] names = [.. request.Plan.Strata.Select(s => s.Name)];
        if (request.Strata.Count > 0 && !request.Strata.Select(s => s.Name).SequenceEqual(names))
        {
            violations.Add("strata", $"are not those of the plan in its order: {string.Join(", ", names)}");
        }
        else
        {
            CheckStrata(request, violations);
        }

        violations.Enter("plan");
        PlanCheck.ThrowIfAny(request.Plan, violations);
    }

    /// <summary>As of a frame of any size: what it is will be counted.</summary>
    private static void CheckStrata(PlanAuditRequest request, Violations violations)
    {
        for (int i = 0; i < request.Strata.Count; i++)
        {
            if (request.Strata[i].FrameSize != 0)
            {
                violations.Add($"strata[{i}].frame_size", "is given, and the plan's frame is to be counted");
            }
        }

        SamplePlanning.Check(Asked(request, [.. request.Plan.Strata.Select(_ => 1L)]), violations);
    }

    /// <summary>A stratum without a unit asks for no draw, and has no part in the arithmetic.</summary>
    private static PlanAuditResponse Size(PlanAuditRequest request, long[] sizes)
    {
        PlanAuditRequest asked = Asked(request, sizes);
        PlanAuditRequest held = asked.Clone();
        held.Strata.Clear();
        held.Strata.AddRange(asked.Strata.Where(s => s.FrameSize > 0));
        if (held.Strata.Count == 0)
        {
            throw Faults.InvalidFields([new Violation("plan", "takes no unit: the log holds none of this window that a stratum takes")]);
        }

        PlanAuditResponse response = SamplePlanning.Plan(held);
        Dictionary<string, PlannedStratumSize> planned = response.Strata.ToDictionary(s => s.Name, StringComparer.Ordinal);
        response.Strata.Clear();
        response.Strata.AddRange(asked.Strata.Select(
            s => planned.GetValueOrDefault(s.Name) ?? new PlannedStratumSize { Name = s.Name, Census = true }));
        return response;
    }

    /// <summary>The question with the sizes of the plan's strata.</summary>
    private static PlanAuditRequest Asked(PlanAuditRequest request, long[] sizes)
    {
        PlanAuditRequest asked = request.Clone();
        if (asked.Strata.Count == 0)
        {
            asked.Strata.AddRange(request.Plan.Strata.Zip(sizes, (s, size) => new StratumToPlan
            {
                Name = s.Name,
                SampleSize = request.Allocation != Allocation.Fixed ? 0 : s.Census ? (int)Math.Min(size, int.MaxValue) : s.SampleSize,
            }));
        }

        for (int i = 0; i < sizes.Length; i++)
        {
            asked.Strata[i].FrameSize = sizes[i];
        }

        return asked;
    }
}
