namespace AuditServer.Hosting;

/// <summary>The features of the service: what each registers, and the gRPC services that they map.</summary>
internal static class Features
{
    public static IServiceCollection AddFeatures(this IServiceCollection services, IConfiguration configuration) => services;

    public static void MapFeatures(this IEndpointRouteBuilder endpoints)
    {
    }
}
