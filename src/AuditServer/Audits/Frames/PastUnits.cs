using System.Runtime.CompilerServices;
using AuditCore.Recording;
using AuditServer.Incidents;
using AuditServer.Sequencing;
using CrimeAudit.V1;

namespace AuditServer.Audits.Frames;

/// <summary>
/// The units of a window as of an earlier size of the log. The derived rows tell of now; an incident that nothing was
/// said of since then is as it was, and the others are folded anew from what the log held of them at that size. So the
/// cost grows with what came after, which at a freeze is little, and not with the log.
/// </summary>
/// <param name="log">Reads what came after.</param>
/// <param name="incidents">Reads the incidents that it speaks of.</param>
/// <param name="reference">Offence classes and deadlines.</param>
/// <param name="treeSize">The earlier size.</param>
internal sealed class PastUnits(ILogReads log, IIncidentReads incidents, IRecordingReference reference, long treeSize)
{
    private const int Page = 1_000;

    public long TreeSize => treeSize;

    /// <summary>Reads the units.</summary>
    /// <param name="snapshot">Now.</param>
    /// <param name="asked">Which.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async IAsyncEnumerable<WindowUnit> ReadAsync(
        IAuditSnapshot snapshot, UnitsQuestion asked, [EnumeratorCancellation] CancellationToken cancel)
    {
        HashSet<IncidentName> changed = await ChangedAsync(asked.Force, snapshot.Head.Size, cancel);
        await foreach (WindowUnit unit in asked.ReadAsync(snapshot, cancel))
        {
            if (!changed.Contains(new IncidentName(asked.Force, unit.SourceSystem, unit.Ref)))
            {
                yield return unit;
            }
        }

        foreach (IncidentName name in changed)
        {
            IncidentRow? then = await ThenAsync(name, cancel);
            foreach (WindowUnit unit in then is null ? [] : WindowUnit.Of(then))
            {
                if (asked.Holds(unit.Micros) && (unit.Record is null || asked.WithRecords))
                {
                    yield return unit;
                }
            }
        }
    }

    private async ValueTask<HashSet<IncidentName>> ChangedAsync(string force, long size, CancellationToken cancel)
    {
        var changed = new HashSet<IncidentName>();
        for (long at = treeSize; at < size;)
        {
            IReadOnlyList<StoredEntry> page = await log.ReadAsync(at, (int)Math.Min(Page, size - at), cancel);
            foreach (StoredEntry entry in page.Where(e => e.Kind == EntryKind.Incident && e.Key.Force == force))
            {
                IncidentKey incident = IncidentUpdate.Parser.ParseFrom(entry.Payload).Incident;
                changed.Add(new IncidentName(force, incident.SourceSystem, incident.Ref));
            }

            at += page.Count > 0 ? page.Count : throw new InvalidOperationException($"Entry {at} is missing from a log of {size}.");
        }

        return changed;
    }

    /// <summary>The derived row of an incident as it was then; null when the log had not heard of it.</summary>
    private async ValueTask<IncidentRow?> ThenAsync(IncidentName name, CancellationToken cancel)
    {
        (KnownIncident? known, _) = await incidents.ReadAsync(name, cancel);
        LoggedUpdate[] then = [.. known!.Updates.Where(u => u.Index < treeSize).Select(u => u.ToLogged())];
        return then.Length == 0 ? null : IncidentRow.Of(known.IncidentId, name, IncidentFold.Of(then, reference), before: null, reference);
    }
}
