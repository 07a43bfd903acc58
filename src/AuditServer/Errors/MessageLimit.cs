using AuditServer.Hosting;
using Microsoft.Extensions.Options;

namespace AuditServer.Errors;

/// <summary>What is said of a message over <see cref="HostingOptions.MaxMessageBytes"/>.</summary>
internal sealed class MessageLimit(IOptions<HostingOptions> options)
{
    private const string Setting = $"{HostingOptions.Section}:{nameof(HostingOptions.MaxMessageBytes)}";

    public Fault Exceeded() => Faults.OverLimit("message", options.Value.MaxMessageBytes, Setting);
}
