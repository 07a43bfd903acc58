using AuditCore.Sampling;

namespace AuditServer.Audits.Frames;

/// <summary>Draws from a stratum of a frame in which some units stand under tokens: these have the tickets that they had.</summary>
/// <param name="seed">The seed.</param>
/// <param name="stratum">Place of the stratum in the plan.</param>
/// <param name="number">How many to take; more than there are takes all.</param>
internal sealed class FrameDraw(string seed, int stratum, int number)
{
    // The engines keep no unit twice in a stratum.
    private readonly TicketDraw draw = new(seed, number);
    private readonly List<ErasedFrameUnit> erased = [];

    /// <summary>Tells the next unit of the stratum.</summary>
    public void Offer(in FrameUnit unit)
    {
        if (unit.Erased is { } gone)
        {
            erased.Add(gone);
        }
        else
        {
            draw.Offer(unit.UnitId);
        }
    }

    /// <summary>The units drawn from those told, in ticket order.</summary>
    public IEnumerable<DrawnItem> Items()
    {
        IEnumerable<(string UnitId, string Ticket, byte[]? LeafHash)> drawn = draw.InOrder().Select(u => (u.Id, u.Ticket.Text, (byte[]?)null));
        if (erased.Count > 0)
        {
            drawn = drawn.Concat(erased.Select(u => (u.UnitId, u.Ticket, (byte[]?)u.LeafHash)))
                .OrderBy(u => u.Ticket, StringComparer.Ordinal).ThenBy(u => u.UnitId, StringComparer.Ordinal)
                .Take(number);
        }

        return drawn.Select((unit, order) => new DrawnItem(stratum, order + 1, unit.UnitId, unit.Ticket, unit.LeafHash));
    }
}
