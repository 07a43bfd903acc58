using System.Data.Common;
using Microsoft.Data.SqlClient;

namespace AuditServer.Storage.SqlServer;

/// <summary>Connections to the server, pooled by the provider.</summary>
internal sealed class SqlServerConnections : IConnections
{
    public DbConnection Create(string connectionString) => new SqlConnection(connectionString);
}
