namespace AuditServer.Tests.Telemetry;

/// <summary>Tests that nothing else may run beside: the tracing of requests listens to every server of the process, the test's own collector too.</summary>
[CollectionDefinition(nameof(AloneInTheProcess), DisableParallelization = true)]
public static class AloneInTheProcess;
