using Microsoft.Extensions.Options;

namespace AuditServer.Hosting;

/// <summary>Refuses hosting options that cannot work, naming the setting.</summary>
internal sealed class HostingOptionsCheck(IConfiguration configuration) : IValidateOptions<HostingOptions>
{
    private const int SmallestMessage = 1024;
    private const int LargestMessage = 64 * 1024 * 1024;

    private static readonly TimeSpan ShortestShutdown = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestShutdown = TimeSpan.FromMinutes(10);

    public ValidateOptionsResult Validate(string? name, HostingOptions options)
    {
        string[] wrong = [.. Wrong(options)];
        return wrong.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private IEnumerable<string> Wrong(HostingOptions options)
    {
        var grpc = ListenAddress.Parse(options.GrpcUrl);
        var json = ListenAddress.Parse(options.JsonUrl);
        if (grpc is null)
        {
            yield return Url(nameof(options.GrpcUrl), options.GrpcUrl);
        }

        if (json is null)
        {
            yield return Url(nameof(options.JsonUrl), options.JsonUrl);
        }

        if (grpc is { Port: not 0, Secure: false } && grpc == json)
        {
            yield return $"{Setting(nameof(options.JsonUrl))}: without TLS gRPC and JSON need two ports; it is the same as GrpcUrl.";
        }

        if (options.MaxMessageBytes is < SmallestMessage or > LargestMessage)
        {
            yield return $"{Setting(nameof(options.MaxMessageBytes))} is {options.MaxMessageBytes}; " +
                $"{SmallestMessage} to {LargestMessage} are possible.";
        }

        if (options.ShutdownTimeout < ShortestShutdown || options.ShutdownTimeout > LongestShutdown)
        {
            yield return $"{Setting(nameof(options.ShutdownTimeout))} is {options.ShutdownTimeout}; {ShortestShutdown} to {LongestShutdown} are possible.";
        }

        // Endpoints that Kestrel reads by itself would escape the checks that rest on the two addresses.
        if (configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            yield return $"Kestrel:Endpoints is not used: set {Setting(nameof(options.GrpcUrl))} and {Setting(nameof(options.JsonUrl))}.";
        }
    }

    private static string Url(string option, string value) =>
        $"{Setting(option)} is '{value}'; it takes http://HOST:PORT or https://HOST:PORT with an IP address, localhost or *.";

    private static string Setting(string option) => $"{HostingOptions.Section}:{option}";
}
