using System.Data.Common;
using AuditServer.Rates;
using Dapper;

namespace AuditServer.Storage.Sqlite;

/// <summary>Recorded-crime volumes as readers see them.</summary>
internal sealed class SqliteVolumeReads(SqliteDatabase database) : IVolumeReads
{
    public async ValueTask<IReadOnlyList<string>> ListAsync(CancellationToken cancel)
    {
        await using DbConnection connection = await database.OpenAsync(cancel);
        return [.. await connection.QueryAsync<string>(database.Command("list-volume-versions", null, cancel))];
    }

    public async ValueTask<byte[]?> ReadAsync(string version, CancellationToken cancel)
    {
        await using DbConnection connection = await database.OpenAsync(cancel);
        return await connection.QuerySingleOrDefaultAsync<byte[]>(database.Command("read-volumes", new { version }, cancel));
    }
}
