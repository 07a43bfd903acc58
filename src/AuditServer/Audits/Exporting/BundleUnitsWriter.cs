using AuditCore.Evidence;
using AuditCore.Sampling;

namespace AuditServer.Audits.Exporting;

/// <summary>Writes the frame of an audit and the tickets drawn from it. Both are settled by the freeze and the seed.</summary>
internal sealed class BundleUnitsWriter(BundleWriter bundle)
{
    public async Task WriteAsync(AuditRecord audit, SampleSizes sizes, IReadOnlyList<IReadOnlyList<string>> frame)
    {
        for (int i = 0; i < frame.Count; i++)
        {
            foreach (string[] ids in frame[i].Chunk(BundleUnits.MostIds))
            {
                await bundle.WriteAsync(new BundleUnits(i, ids));
            }
        }

        if (sizes.Seed is { } seed)
        {
            await WriteTicketsAsync(audit, seed, sizes, frame);
        }
    }

    private async Task WriteTicketsAsync(AuditRecord audit, string seed, SampleSizes sizes, IReadOnlyList<IReadOnlyList<string>> frame)
    {
        for (int i = 0; i < frame.Count; i++)
        {
            int drawn = (int)sizes.Of(audit.Document.Plan.Strata[i].Name, frame[i]);
            long position = 0;
            foreach (DrawnUnit unit in Draw.Take(seed, frame[i], drawn))
            {
                await bundle.WriteAsync(new BundleTicket(i, ++position, unit.Id, unit.Ticket.Text));
            }
        }
    }
}
