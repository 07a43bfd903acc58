using AuditCore.Reference;
using AuditServer.Errors;
using AuditServer.Sequencing;
using CrimeAudit.V1;
using Google.Protobuf;

namespace AuditServer.Audits.Plans;

/// <summary>Plans audits.</summary>
internal sealed class AuditPlanning(Sequencer sequencer, PlanCheck check)
{
    /// <summary>Plans an audit, or answers with the one that this request planned before.</summary>
    /// <exception cref="Fault">INVALID_FIELDS, UNKNOWN_FORCE, FORCE_NOT_PERMITTED, AUDIT_EXISTS.</exception>
    public async Task<Audit> CreateAsync(CreateAuditRequest request, string actor, Action<string> permit, CancellationToken cancel)
    {
        await check.RequireAsync(request, cancel);
        permit(request.Plan.Force);
        var planned = new AuditEvent { AuditId = request.AuditId, Actor = actor, Planned = Pinned(request.Plan) };
        byte[] stored = planned.ToByteArray();
        return await sequencer.RunAsync((turn, token) => WriteAsync(turn, planned, stored, token), cancel);
    }

    /// <summary>What weights the rate, what is left out, and how reviews go, is fixed with the plan: a product that ships newer volumes or
    /// rules, or other defaults, must not change an old audit.</summary>
    private static AuditPlan Pinned(AuditPlan plan)
    {
        AuditPlan pinned = plan.Clone();
        pinned.VolumesVersion = plan.VolumesVersion.Length == 0 ? RecordedCrimeVolumes.PublishedVersion : plan.VolumesVersion;
        pinned.ReviewPolicy = PolicyCheck.WithDefaults(plan.ReviewPolicy);
        RulesCheck.FillIn(pinned);
        RevealWindowCheck.FillIn(pinned);
        return pinned;
    }

    private static async ValueTask<Audit> WriteAsync(Turn turn, AuditEvent planned, byte[] stored, CancellationToken cancel)
    {
        RequestKey key = AuditKeys.Of(planned.Planned.Force, planned.AuditId, AuditKeys.Create);
        if (await turn.Log.Audits.FindAsync(planned.AuditId, cancel) is { } known)
        {
            return await ReplayAsync(turn, known, key, stored, cancel);
        }

        return (await AuditWriter.PlanAsync(turn, key, planned, stored, cancel)).Audit;
    }

    private static async ValueTask<Audit> ReplayAsync(Turn turn, AuditRecord known, RequestKey key, byte[] stored, CancellationToken cancel)
    {
        IReadOnlyDictionary<RequestKey, KnownEntry> entries = await turn.FindAsync([key], cancel);
        return entries.TryGetValue(key, out KnownEntry? entry) && entry.Payload.AsSpan().SequenceEqual(stored)
            ? AuditFold.Planned(AuditEvent.Parser.ParseFrom(stored), entry.AcceptedMicros)
            : throw Faults.AuditExists(known.Id);
    }
}
