using AuditServer.Errors;
using AuditServer.Sequencing;
using CrimeAudit.V1;
using Google.Protobuf;

namespace AuditServer.Audits.Reviews;

/// <summary>Takes reviews: one an item, and never changed.</summary>
internal sealed class ReviewWriting(Sequencer sequencer)
{
    // A unit id is three percent-encoded parts of at most 64, 64 and 128 characters of up to nine bytes each, and two slashes.
    private const int LongestUnitId = 2_306;

    public async Task<SubmitReviewResponse> SubmitAsync(SubmitReviewRequest request, string actor, Action<string> permit)
    {
        var violations = new Violations();
        violations.Step(request.AuditId, request.RequestId);
        violations.Text("unit_id", request.UnitId, 1, LongestUnitId);
        ReviewCheck.Check(request.Review, violations);
        violations.ThrowIfAny();

        var reviewed = new AuditEvent
        {
            AuditId = request.AuditId,
            Actor = actor,
            Reviewed = new ItemReviewed { UnitId = request.UnitId, Review = request.Review },
        };
        byte[] stored = reviewed.ToByteArray();
        return await sequencer.RunAsync((turn, cancel) => WriteAsync(turn, request, stored, permit, cancel));
    }

    private static async ValueTask<SubmitReviewResponse> WriteAsync(
        Turn turn, SubmitReviewRequest request, byte[] stored, Action<string> permit, CancellationToken cancel)
    {
        AuditRecord audit = await turn.Log.Audits.FindAsync(request.AuditId, cancel) ?? throw Faults.UnknownAudit(request.AuditId);
        permit(audit.Force);
        RequestKey key = AuditKeys.Of(audit.Force, audit.Id, request.RequestId);
        IReadOnlyDictionary<RequestKey, KnownEntry> known = await turn.FindAsync([key], cancel);
        if (known.TryGetValue(key, out KnownEntry? first))
        {
            return first.Payload.AsSpan().SequenceEqual(stored)
                ? Answer(first.Index, first.AcceptedMicros, replayed: true)
                : throw Faults.RequestIdReused(request.RequestId, first.Index);
        }

        Entry entry = (await AuditWriter.ReviewAsync(turn, key, audit, request.UnitId, stored, cancel)).Entry;
        return Answer(entry.Index, entry.AcceptedMicros, replayed: false);
    }

    private static SubmitReviewResponse Answer(long index, long acceptedMicros, bool replayed) => new()
    {
        EntryIndex = index,
        AcceptedTime = AuditFold.TimeOf(acceptedMicros),
        Replayed = replayed,
    };
}
