namespace AuditCore.Ledger;

/// <summary>
/// Names a tile of the tree as C2SP <c>tlog-tiles</c> lays them out: 256 hashes side by side, at level 0 of leaves, at each further
/// level of whole tiles of the level below. Of a tree that is no multiple of 256, the last tile of a level is partial.
/// </summary>
/// <param name="Level">From 0.</param>
/// <param name="Index">Place in its level, from 0.</param>
public readonly record struct TileId(int Level, long Index)
{
    /// <summary>Hashes of a whole tile.</summary>
    public const int Width = 1 << HeightOfTile;

    /// <summary>Levels of the tree between two levels of tiles.</summary>
    public const int HeightOfTile = 8;

    /// <summary>Levels that a tree of fewer than 2^63 leaves can have.</summary>
    public const int Levels = 8;

    /// <summary>The partial tiles of a tree, lowest first: all that appending to it needs.</summary>
    /// <param name="size">Leaves of the tree.</param>
    public static IEnumerable<TileId> RightEdge(long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        for (int level = 0; level < Levels; level++)
        {
            if (WidthAtEdge(level, size) > 0)
            {
                yield return new TileId(level, HashesAt(level, size) >> HeightOfTile);
            }
        }
    }

    /// <summary>How many hashes a level has in a tree.</summary>
    /// <param name="level">From 0.</param>
    /// <param name="size">Leaves of the tree.</param>
    public static long HashesAt(int level, long size) => size >> (HeightOfTile * level);

    /// <summary>How many hashes the partial tile of a level has in a tree; 0: there is none.</summary>
    internal static int WidthAtEdge(int level, long size) => (int)(HashesAt(level, size) % Width);
}
