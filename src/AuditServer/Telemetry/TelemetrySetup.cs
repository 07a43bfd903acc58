using System.Diagnostics;
using AuditServer.Hosting;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Console;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace AuditServer.Telemetry;

/// <summary>Registers what the server tells of itself: logs, and over OTLP metrics and traces where an endpoint is configured.</summary>
internal static class TelemetrySetup
{
    private const string Service = "crimeaudit-server";

    // Paths of JSON calls name incidents, and so do answers to those who asked for one: neither the frameworks' lines about calls nor
    // their spans may show them.
    private static readonly string[] FrameworkCategories = ["Microsoft.AspNetCore", "Grpc"];
    private static readonly string[] PathTags = ["url.path", "url.query", "url.full", "http.target", "http.url"];

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        builder.Services.TryAddSingleton<ServerTelemetry>();
        builder.Services.AddMetrics();
        builder.Services.AddValidatedOptions<TelemetryOptions>(TelemetryOptions.Section);
        foreach (string category in FrameworkCategories)
        {
            // Once more for the console: a rule of its own section, Logging:Console:LogLevel, beats any that is for all.
            builder.Logging.AddFilter(category, LogLevel.Warning).AddFilter<ConsoleLoggerProvider>(category, LogLevel.Warning);
        }

        IConfigurationSection section = builder.Configuration.GetSection(TelemetryOptions.Section);
        if (bool.TryParse(section[nameof(TelemetryOptions.JsonLogs)], out bool json) && json)
        {
            builder.Logging.AddJsonConsole(console => (console.UseUtcTimestamp, console.TimestampFormat) = (true, "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'"));
        }

        // Left to the check of the options where it is none.
        if (Uri.TryCreate(section[nameof(TelemetryOptions.OtlpEndpoint)], UriKind.Absolute, out Uri? endpoint))
        {
            builder.Services.AddOtlp(section, endpoint);
        }
    }

    private static void AddOtlp(this IServiceCollection services, IConfigurationSection section, Uri endpoint)
    {
        TelemetryOptions options = Read(section);
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(Service, serviceVersion: typeof(TelemetrySetup).Assembly.GetName().Version?.ToString(3)))
            .WithMetrics(metrics => metrics
                .AddMeter(ServerTelemetry.Name)
                .AddAspNetCoreInstrumentation()
                .AddOtlpExporter((exporter, reader) =>
                {
                    Configure(exporter, endpoint, options.OtlpProtocol, "v1/metrics");
                    reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = (int)options.MetricsEvery.TotalMilliseconds;
                }))
            .WithTracing(traces => traces
                .AddSource(ServerTelemetry.Name)
                .SetSampler(new ParentBasedSampler(new TraceIdRatioBasedSampler(options.TraceShare)))
                .AddAspNetCoreInstrumentation(requests =>
                {
                    requests.EnrichWithHttpRequest = (activity, _) => HidePath(activity);
                    requests.EnrichWithHttpResponse = (activity, _) => HidePath(activity);
                })
                .AddOtlpExporter(exporter => Configure(exporter, endpoint, options.OtlpProtocol, "v1/traces")));
    }

    /// <summary>What cannot be read is told by the check of the options, at the start.</summary>
    private static TelemetryOptions Read(IConfigurationSection section)
    {
        try
        {
            return section.Get<TelemetryOptions>() ?? new TelemetryOptions();
        }
        catch (InvalidOperationException)
        {
            return new TelemetryOptions();
        }
    }

    private static void Configure(OtlpExporterOptions exporter, Uri endpoint, OtlpExportProtocol protocol, string path)
    {
        exporter.Protocol = protocol;
        exporter.Endpoint = protocol == OtlpExportProtocol.HttpProtobuf ? new Uri(new Uri(endpoint.ToString().TrimEnd('/') + "/"), path) : endpoint;
    }

    private static void HidePath(Activity request)
    {
        foreach (string tag in PathTags)
        {
            request.SetTag(tag, null);
        }
    }
}
