using System.Data.Common;

namespace AuditServer.Storage.Sqlite;

/// <summary>Prepares statements: the seam at which a test can make them fail, as <see cref="IConnections"/> is for everything else.</summary>
internal interface ISqliteStatements
{
    /// <summary>Prepares a statement.</summary>
    /// <param name="connection">The writing connection, open.</param>
    /// <param name="sql">The text: one statement.</param>
    /// <param name="onFailure">Told when a run fails.</param>
    /// <param name="names">Names of the parameters, in the order in which their values are given.</param>
    ISqliteStatement Prepare(DbConnection connection, string sql, Action onFailure, params ReadOnlySpan<string> names);
}
