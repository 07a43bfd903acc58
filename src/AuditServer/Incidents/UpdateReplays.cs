using AuditServer.Errors;
using AuditServer.Sequencing;

namespace AuditServer.Incidents;

/// <summary>
/// Decides which updates of a turn are new. A request id that was used before with the same bytes is a replay and gets
/// its first receipt; with other bytes it is refused. A call that is all or nothing is refused as a whole.
/// </summary>
internal static class UpdateReplays
{
    public static async ValueTask<List<PlacedUpdate>> DecideAsync(Turn turn, IReadOnlyList<UpdateWork> works, CancellationToken cancel)
    {
        int updates = works.Sum(w => w.Updates.Count);
        var keys = new HashSet<RequestKey>(updates);
        keys.UnionWith(works.SelectMany(w => w.Updates).Select(u => u.Key));
        IReadOnlyDictionary<RequestKey, KnownEntry> known = await turn.FindAsync(keys, cancel);
        var inTurn = new Dictionary<RequestKey, PlacedUpdate>(updates);
        var placed = new List<PlacedUpdate>(updates);
        foreach (UpdateWork work in works)
        {
            List<PlacedUpdate> ofWork = Place(work, known, inTurn);
            Fault? refusal = work.AllOrNothing ? RefusalOf(ofWork) : null;
            if (refusal is not null)
            {
                work.RefuseAll(refusal);
                continue;
            }

            foreach (PlacedUpdate update in ofWork.Where(u => u.IsNew))
            {
                inTurn.TryAdd(update.Update.Key, update);
            }

            placed.AddRange(ofWork);
        }

        return placed;
    }

    private static List<PlacedUpdate> Place(
        UpdateWork work, IReadOnlyDictionary<RequestKey, KnownEntry> known, Dictionary<RequestKey, PlacedUpdate> inTurn)
    {
        var inWork = new Dictionary<RequestKey, PlacedUpdate>();
        var placed = new List<PlacedUpdate>(work.Updates.Count);
        for (int i = 0; i < work.Updates.Count; i++)
        {
            var update = new PlacedUpdate(work, i);
            RequestKey key = update.Update.Key;
            if (known.TryGetValue(key, out KnownEntry? entry))
            {
                if (entry.Holds(update.Update.Stored))
                {
                    update.BeReplayOf(entry);
                }
                else
                {
                    update.Refusal = Faults.RequestIdReused(key.RequestId, entry.Index);
                }
            }
            else if (inTurn.TryGetValue(key, out PlacedUpdate? earlier) || inWork.TryGetValue(key, out earlier))
            {
                if (update.SameAs(earlier.Update.Stored))
                {
                    update.BeReplayOf(earlier);
                }
                else
                {
                    update.Refusal = Faults.RequestIdReused(key.RequestId);
                }
            }
            else
            {
                update.BeNew();
                inWork.Add(key, update);
            }

            placed.Add(update);
        }

        return placed;
    }

    /// <summary>One fault that names every update in the way.</summary>
    private static Fault? RefusalOf(List<PlacedUpdate> ofWork)
    {
        PlacedUpdate[] refused = [.. ofWork.Where(u => u.Refusal is not null)];
        return refused.Length == 0 ? null : new Fault(refused[0].Refusal!.Reason, refused[0].Refusal!.Message)
        {
            Resource = refused[0].Refusal!.Resource,
            Violations = [.. refused.Select(u => new Violation($"updates[{u.Position}].sender.request_id", u.Refusal!.Message))],
        };
    }
}
