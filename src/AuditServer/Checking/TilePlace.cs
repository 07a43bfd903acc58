using AuditCore.Ledger;

namespace AuditServer.Checking;

/// <summary>Where tiles stand in the tree.</summary>
internal static class TilePlace
{
    public static string Name(TileId id) => FormattableString.Invariant($"tile {id.Level}/{id.Index}");

    /// <summary>The tile that holds the root of a whole one, and where in it.</summary>
    public static (TileId Parent, int Place) Above(TileId id) =>
        (new TileId(id.Level + 1, id.Index / TileId.Width), (int)(id.Index % TileId.Width));

    /// <summary>The first leaf under a hash of a tile.</summary>
    public static long FirstLeaf(TileId id, int place) => ((id.Index * TileId.Width) + place) << (TileId.HeightOfTile * id.Level);

    /// <summary>The last tile of a level in a tree; null when the level has none.</summary>
    public static TileId? Last(int level, long size) =>
        TileId.HashesAt(level, size) is var hashes and > 0 ? new TileId(level, (hashes - 1) / TileId.Width) : null;

    /// <summary>How many hashes a tile has in a tree.</summary>
    public static int WidthIn(TileId id, long size) =>
        (int)Math.Clamp(TileId.HashesAt(id.Level, size) - (id.Index * TileId.Width), 0, TileId.Width);
}
