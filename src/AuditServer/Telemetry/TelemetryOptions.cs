using System.ComponentModel.DataAnnotations;
using AuditServer.Hosting;
using OpenTelemetry.Exporter;

namespace AuditServer.Telemetry;

/// <summary>What the server tells of itself, section <c>CrimeAudit:Telemetry</c>.</summary>
internal sealed class TelemetryOptions : IValidatableObject
{
    public const string Section = "CrimeAudit:Telemetry";

    /// <summary>Where metrics and traces go over OTLP, <c>http://collector:4317</c>. Empty: nowhere. A name and password in it are a secret.</summary>
    [Secret]
    public string OtlpEndpoint { get; set; } = "";

    /// <summary><c>Grpc</c>, or <c>HttpProtobuf</c>, which is posted to <c>/v1/metrics</c> and <c>/v1/traces</c> under the endpoint.</summary>
    public OtlpExportProtocol OtlpProtocol { get; set; } = OtlpExportProtocol.Grpc;

    /// <summary>How often metrics are sent.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "01:00:00")]
    public TimeSpan MetricsEvery { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Which share of the traces that begin here is kept, 0 to 1. Those that a caller began follow the caller.</summary>
    [Range(0.0, 1.0)]
    public double TraceShare { get; set; } = 0.1;

    /// <summary>Whether the console's log is an object of JSON a line.</summary>
    public bool JsonLogs { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (OtlpEndpoint.Length > 0 && !(Uri.TryCreate(OtlpEndpoint, UriKind.Absolute, out Uri? endpoint) && endpoint.Scheme is ("http" or "https")))
        {
            yield return new ValidationResult("is neither http://HOST:PORT nor https://HOST:PORT", [nameof(OtlpEndpoint)]);
        }

        if (!Enum.IsDefined(OtlpProtocol))
        {
            yield return new ValidationResult("Grpc and HttpProtobuf are possible", [nameof(OtlpProtocol)]);
        }
    }
}
