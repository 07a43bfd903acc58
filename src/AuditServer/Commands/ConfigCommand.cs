using System.CommandLine;
using AuditServer.Hosting;
using AuditServer.Hosting.Settings;
using Microsoft.Extensions.Options;

namespace AuditServer.Commands;

/// <summary><c>AuditServer config</c>: the settings as a server would have them.</summary>
internal sealed class ConfigCommand : ServerVerb
{
    private const string Guide =
        """
        Prints every setting, a line each: its name, its value, and what said so (command line, environment, a file, default),
        parted by tabs. Secrets are masked: keys, and passwords in connection strings. Then the settings are checked as a start
        of the server checks them, and whatever it would refuse is told on standard error, with the name of the setting.

        Nothing is opened that they name but the files of certificates and their keys: no database, no address.

        A name under CrimeAudit: that the server does not have is refused as well: it is mistyped, or of another version. Its value
        is masked.

        Exit code 78: a server would not start with these settings.

        Examples:
          AuditServer config --CrimeAudit:Storage:Path=/srv/crimeaudit.db
          CrimeAudit__Limits__Calls=50 AuditServer config | grep Limits
        """;

    public ConfigCommand()
        : base("config", "Prints the settings with their sources, secrets masked, and checks them", Guide) => SetAction(RunAsync);

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancel)
    {
        WebApplicationBuilder server = AuditServerHost.Prepare([.. Configuration]);
        bool areKnown = true;
        foreach (EffectiveSetting setting in EffectiveSettings.Read(server.Configuration))
        {
            await result.InvocationConfiguration.Output.WriteLineAsync($"{setting.Name}\t{setting.Value}\t{setting.Source}");
            if (!setting.IsKnown)
            {
                await result.InvocationConfiguration.Error.WriteLineAsync(EffectiveSettings.TextOfUnknown(setting.Name));
                areKnown = false;
            }
        }

        int checkedAs = await CheckAsync(server, result.InvocationConfiguration.Error);
        return areKnown ? checkedAs : AuditServerHost.ConfigurationExitCode;
    }

    private static async Task<int> CheckAsync(WebApplicationBuilder server, TextWriter error)
    {
        try
        {
            AuditServerHost.RequireCredentials(server);
            // Not built as a server: that would make Kestrel ready to listen, and stop at the first setting that it needs for it.
            await using ServiceProvider services = server.Services.BuildServiceProvider();
            services.GetRequiredService<IStartupValidator>().Validate();
            return ServerCommandLine.Ok;
        }
        catch (Exception refused) when (refused is StartRefusedException or OptionsValidationException or AggregateException)
        {
            foreach (Exception each in refused is AggregateException all ? [.. all.InnerExceptions] : new[] { refused })
            {
                await error.WriteLineAsync(each.Message);
            }

            return AuditServerHost.ConfigurationExitCode;
        }
    }
}
