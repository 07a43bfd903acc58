using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Bench.Baselines.EntityFramework;

/// <summary>Takes updates into the database: looks up the incidents of a request in one query and saves once.</summary>
internal sealed class UpdateTaking(UpdatesContext context)
{
    /// <summary>Takes them; durable when it returns. A request id that is there already fails on its index.</summary>
    public async Task TakeAsync(UpdateBody[] updates, CancellationToken cancel)
    {
        // Reading first and writing then on one snapshot fails in SQLite when somebody else wrote between: the lock comes first.
        await using var transaction = await context.Database.BeginTransactionAsync(System.Data.IsolationLevel.Serializable, cancel);
        string[] refs = [.. updates.Select(u => u.IncidentRef).Distinct()];
        string force = updates[0].Force;
        Dictionary<string, StoredIncident> known = await context.Incidents
            .Where(i => i.Force == force && i.SourceSystem == updates[0].IncidentSystem && refs.Contains(i.Ref))
            .ToDictionaryAsync(i => i.Ref, cancel);
        foreach (UpdateBody update in updates)
        {
            Add(update, known);
        }

        await context.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    private void Add(UpdateBody update, Dictionary<string, StoredIncident> known)
    {
        if (!known.TryGetValue(update.IncidentRef, out StoredIncident? incident))
        {
            incident = new StoredIncident { Force = update.Force, SourceSystem = update.IncidentSystem, Ref = update.IncidentRef };
            known.Add(update.IncidentRef, incident);
            context.Incidents.Add(incident);
        }

        incident.Take(update);
        context.Updates.Add(new StoredUpdate
        {
            Incident = incident,
            Force = update.Force,
            SourceSystem = update.SourceSystem,
            RequestId = update.RequestId,
            At = update.At.UtcDateTime,
            Kind = update.Kind,
            Body = JsonSerializer.Serialize(update),
        });
    }
}
