using AuditServer.Hosting;
using AuditServer.Sequencing;
using AuditServer.Telemetry;
using Grpc.AspNetCore.Server;

namespace AuditServer.Security.Accesses;

/// <summary>Registers the access log.</summary>
internal static class AccessSetup
{
    public static IServiceCollection AddAccessLog(this IServiceCollection services)
    {
        services.AddValidatedOptions<AccessLogOptions>(AccessLogOptions.Section);
        services.AddSingleton(s => new AccessLog(s.GetRequiredService<Sequencer>(), s.GetRequiredService<ServerTelemetry>()));
        services.AddSingleton(s => new AccessDigestWriter(s.GetRequiredService<Sequencer>(), s.GetRequiredService<IAccessReads>()));
        services.AddSingleton<AccessLogInterceptor>();
        // Behind those of the wire: only what is permitted is noted.
        services.Configure<GrpcServiceOptions>(grpc => grpc.Interceptors.Add<AccessLogInterceptor>());
        return services.AddHostedService<AccessDigests>();
    }
}
