using AuditCore.Recording;
using AuditServer.Errors;
using AuditServer.Sequencing;
using CrimeAudit.V1;

namespace AuditServer.Incidents;

/// <summary>
/// Writes the updates of a turn as one set: finds replays, appends what is new, folds each incident concerned once while the entries
/// are written, and brings the derived tables up to date in the same transaction.
/// </summary>
internal sealed class UpdateWriter(IRecordingReference reference)
{
    public async ValueTask WriteAsync(Turn turn, IReadOnlyList<UpdateWork> works, CancellationToken cancel)
    {
        if (works.Count == 0)
        {
            return;
        }

        Task<IReadOnlyDictionary<IncidentName, KnownIncident>>? beside = ReadBeside(turn, works, cancel);
        Task<List<PlacedUpdate>> deciding = UpdateReplays.DecideAsync(turn, works, cancel).AsTask();
        await Task.WhenAll(deciding, beside ?? Task.CompletedTask);
        List<PlacedUpdate> placed = await deciding;
        HashSet<IncidentName> concerned = [.. placed.Where(p => p.IsNew || p.WantsState).Select(p => p.Update.Incident)];
        IReadOnlyDictionary<IncidentName, KnownIncident> known =
            beside is null ? await turn.Log.Incidents.ReadAsync(concerned, cancel) : await beside;

        var incidents = new Dictionary<IncidentName, TouchedIncident>(concerned.Count);
        foreach (IncidentName name in concerned)
        {
            incidents.Add(name, new TouchedIncident(known.GetValueOrDefault(name), reference));
        }

        foreach (PlacedUpdate update in placed)
        {
            if (update.IsNew)
            {
                update.AppendTo(turn, incidents[update.Update.Incident]);
            }
        }

        if (placed.Exists(p => p.IsNew))
        {
            Task<DerivedRows> deriving = Alongside.RunAsync(incidents.Count, () => DerivedRows.Of(placed, incidents));
            await Task.WhenAll(turn.WriteEntriesAsync(cancel), deriving);
            await SaveAsync(turn, await deriving, cancel);
        }

        foreach (PlacedUpdate update in placed)
        {
            update.Report(update.WantsState ? incidents[update.Update.Incident].State() : null);
        }
    }

    /// <summary>
    /// Reads the incidents of all updates while the turn's connection looks for replays; which of them are replays is not known by then.
    /// </summary>
    /// <returns>Null where that does not pay, or would not see what the turn wrote already.</returns>
    private static Task<IReadOnlyDictionary<IncidentName, KnownIncident>>? ReadBeside(
        Turn turn, IReadOnlyList<UpdateWork> works, CancellationToken cancel)
    {
        if (!turn.IsUntouched || !Alongside.Pays(works.Sum(w => w.Updates.Count)))
        {
            return null;
        }

        return turn.Log.Incidents.ReadBesideAsync(works.SelectMany(w => w.Updates).Select(u => u.Incident), cancel);
    }

    private static async ValueTask SaveAsync(Turn turn, DerivedRows derived, CancellationToken cancel)
    {
        turn.MarkWritten();
        await turn.Log.Incidents.SaveAsync(derived.Incidents, cancel);
        await turn.Log.Incidents.AddToRollupsAsync(derived.Counts, cancel);
        await turn.Log.Incidents.TouchSourcesAsync(derived.Touches, cancel);
    }
}
