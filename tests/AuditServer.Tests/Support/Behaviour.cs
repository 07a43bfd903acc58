using CrimeAudit.V1;
using Grpc.Core;

namespace AuditServer.Tests.Support;

/// <summary>What the stub services do, set by the test.</summary>
internal sealed class Behaviour
{
    public Func<ServerCallContext, Task> Unary { get; set; } = _ => Task.CompletedTask;

    public Func<IAsyncStreamReader<StreamIncidentsRequest>, IServerStreamWriter<StreamIncidentsResponse>, ServerCallContext, Task> Stream { get; set; } =
        (_, _, _) => Task.CompletedTask;
}
