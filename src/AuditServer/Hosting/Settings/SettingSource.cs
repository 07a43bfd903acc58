using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;

namespace AuditServer.Hosting.Settings;

/// <summary>Where a setting's value comes from.</summary>
internal static class SettingSource
{
    /// <summary>The source that has the last word.</summary>
    public static string Of(IConfigurationRoot configuration, string name) =>
        configuration.Providers.LastOrDefault(provider => provider.TryGet(name, out _)) switch
        {
            null => "default",
            CommandLineConfigurationProvider => "command line",
            EnvironmentVariablesConfigurationProvider => "environment",
            JsonConfigurationProvider file => file.Source.Path ?? "file",
            var other => other.GetType().Name,
        };
}
