using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace AuditServer.Storage.Sqlite;

/// <summary>Connections to the file, pooled by the provider.</summary>
internal sealed class SqliteConnections : IConnections
{
    public DbConnection Create(string connectionString) => new SqliteConnection(connectionString);
}
