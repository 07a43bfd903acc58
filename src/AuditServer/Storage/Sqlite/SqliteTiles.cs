using System.Data.Common;
using AuditCore.Ledger;

namespace AuditServer.Storage.Sqlite;

/// <summary>Tiles as they are stored.</summary>
internal static class SqliteTiles
{
    /// <summary>Reads tiles; one that is not kept is left out.</summary>
    /// <param name="query">The prepared query <c>read-tile</c>.</param>
    /// <param name="tiles">Which.</param>
    public static IReadOnlyDictionary<TileId, HashTile> Read(SqliteQuery query, IReadOnlyCollection<TileId> tiles)
    {
        var found = new Dictionary<TileId, HashTile>(tiles.Count);
        foreach (TileId id in tiles)
        {
            using DbDataReader row = query.Read(id.Level, id.Index);
            if (row.Read())
            {
                found.Add(id, new HashTile(id, row.GetFieldValue<byte[]>(0)));
            }
        }

        return found;
    }
}
