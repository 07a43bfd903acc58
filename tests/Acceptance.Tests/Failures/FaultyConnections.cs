using System.Data.Common;
using AuditServer.Storage;

namespace Acceptance.Tests.Failures;

/// <summary>An engine's connections, each of which fails as the script says.</summary>
internal sealed class FaultyConnections(IConnections engine, FaultScript script) : IConnections
{
    public DbConnection Create(string connectionString) => new FaultyConnection(engine.Create(connectionString), script);
}
