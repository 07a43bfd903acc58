using System.Data.Common;

namespace AuditServer.Storage;

/// <summary>Makes the connections of an engine: the one seam at which a test can make them fail.</summary>
internal interface IConnections
{
    /// <summary>A closed connection.</summary>
    DbConnection Create(string connectionString);
}
