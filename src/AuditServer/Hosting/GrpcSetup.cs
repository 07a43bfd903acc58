using AuditServer.Errors;
using AuditServer.Security;
using AuditServer.Security.Limits;
using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Grpc.JsonTranscoding;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace AuditServer.Hosting;

/// <summary>gRPC with its interceptors and limits, and the same calls as JSON.</summary>
internal static class GrpcSetup
{
    public static IServiceCollection AddWire(this IServiceCollection services)
    {
        // It logs as an error, with its stack, whatever cannot be read: senders of rubbish would fill the log. What is a fault of
        // the service is logged where it is found.
        services.AddLogging(logging => logging
            .AddFilter(UnwrittenAnswers.Category, LogLevel.Critical)
            .AddFilter<ConsoleLoggerProvider>(UnwrittenAnswers.Category, LogLevel.Critical)
            .AddFilter<UnwrittenAnswers>(null, LogLevel.None)
            .AddFilter<UnwrittenAnswers>(UnwrittenAnswers.Category, LogLevel.Error));
        services.AddSingleton<ILoggerProvider, UnwrittenAnswers>();
        services.AddSingleton<StreamLifetimeInterceptor>();
        services.AddGrpc(grpc =>
        {
            grpc.Interceptors.Add<FaultInterceptor>();
            grpc.Interceptors.Add<AccessInterceptor>();
            grpc.Interceptors.Add<LimitInterceptor>();
            grpc.Interceptors.Add<StreamLifetimeInterceptor>();
        }).AddJsonTranscoding(json => json.TypeRegistry = DetailTypes.Registry);
        services.AddSingleton<IConfigureOptions<GrpcServiceOptions>, GrpcLimits>();
        return services;
    }

    /// <summary>Sets the message limit from the options.</summary>
    private sealed class GrpcLimits(IOptions<HostingOptions> hosting) : IConfigureOptions<GrpcServiceOptions>
    {
        public void Configure(GrpcServiceOptions options) => options.MaxReceiveMessageSize = hosting.Value.MaxMessageBytes;
    }
}
