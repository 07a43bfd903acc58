using AuditCore.Sampling;

namespace AuditServer.Audits.Frames;

/// <summary>Draws from a stratum of a frame in which some units stand under tokens: these have the tickets that they had.</summary>
internal static class FrameDraw
{
    /// <summary>Takes the first units of a stratum in ticket order.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="stratum">Place of the stratum in the plan.</param>
    /// <param name="units">Its units.</param>
    /// <param name="number">How many to take; more than there are takes all.</param>
    public static IEnumerable<DrawnItem> Take(string seed, int stratum, IReadOnlyList<FrameUnit> units, int number)
    {
        IEnumerable<(string UnitId, string Ticket, byte[]? LeafHash)> drawn = Draw
            .Take(seed, units.Where(u => u.Erased is null).Select(u => u.UnitId), number)
            .Select(u => (u.Id, u.Ticket.Text, (byte[]?)null));
        ErasedFrameUnit[] erased = [.. units.Select(u => u.Erased).OfType<ErasedFrameUnit>()];
        if (erased.Length > 0)
        {
            drawn = drawn.Concat(erased.Select(u => (u.UnitId, u.Ticket, (byte[]?)u.LeafHash)))
                .OrderBy(u => u.Ticket, StringComparer.Ordinal).ThenBy(u => u.UnitId, StringComparer.Ordinal)
                .Take(number);
        }

        return drawn.Select((unit, order) => new DrawnItem(stratum, order + 1, unit.UnitId, unit.Ticket, unit.LeafHash));
    }
}
