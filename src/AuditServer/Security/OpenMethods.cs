namespace AuditServer.Security;

/// <summary>The methods that need no credential: they tell whether the service lives and what its contract is, and no data.</summary>
internal static class OpenMethods
{
    private static readonly string[] Services =
    [
        "/grpc.health.v1.Health/",
        "/grpc.reflection.v1.ServerReflection/",
        "/grpc.reflection.v1alpha.ServerReflection/",
    ];

    public static bool Contains(string method) => Services.Any(service => method.StartsWith(service, StringComparison.Ordinal));
}
