using System.CommandLine;
using AuditServer.Storage;
using AuditServer.Storage.Migrations;
using Microsoft.Extensions.Options;

namespace AuditServer.Commands;

/// <summary><c>AuditServer migrate</c>: the schema brought up to date, or shown.</summary>
internal sealed class MigrateCommand : ServerVerb
{
    private const string Guide =
        """
        Runs the migrations that the database has not seen, each in a transaction, one program at a time. A server does the
        same when it starts, unless CrimeAudit:Storage:MigrateAtStart is false: then it needs no right to alter a table, and
        this verb is run first, under a login that has it.

        --print shows all of it, to be read, or run by hand on an empty database. It needs no database. The script keeps the
        journal by which a server knows what a database has seen: what was run by hand is not run again.

        Examples:
          AuditServer migrate
          AuditServer migrate --create-database --CrimeAudit:Storage:Provider=SqlServer
          AuditServer migrate --print --CrimeAudit:Storage:Provider=SqlServer > crimeaudit.sql
        """;

    private const string ConnectionString = $"{StorageOptions.Section}:{nameof(StorageOptions.ConnectionString)}";

    private readonly Option<bool> print = new("--print") { Description = "Print the whole script and run nothing" };

    private readonly Option<bool> create = new("--create-database") { Description = "Create the database first where it is not there (SQL Server)" };

    public MigrateCommand()
        : base("migrate", "Brings the database's schema up to date, or prints the script", Guide)
    {
        Options.Add(print);
        Options.Add(create);
        Validators.Add(result =>
        {
            if (result.GetValue(print) && result.GetValue(create))
            {
                result.AddError("--print runs nothing, so it creates no database: give one of --print and --create-database");
            }
        });
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancel)
    {
        // Not started: a start would migrate before anything is said.
        using IHost host = VerbHost.Build(Configuration);
        TextWriter output = result.InvocationConfiguration.Output;
        if (result.GetValue(print))
        {
            await output.WriteAsync(Script(host.Services));
            return ServerCommandLine.Ok;
        }

        await host.Services.GetRequiredService<Migrator>().UseAsync(async () =>
        {
            if (result.GetValue(create))
            {
                await CreateAsync(host.Services, output, cancel);
            }

            await MigrateAsync(host.Services, output, cancel);
        });
        return ServerCommandLine.Ok;
    }

    /// <summary>To print needs no server: where none is configured, the script is for a database of the usual name.</summary>
    private static string Script(IServiceProvider services)
    {
        IConfiguration configuration = services.GetRequiredService<IConfiguration>();
        if (string.IsNullOrEmpty(configuration[ConnectionString]))
        {
            configuration[ConnectionString] = "Database=crimeaudit";
        }

        return services.GetRequiredService<IMigrationText>().Whole();
    }

    private static async Task CreateAsync(IServiceProvider services, TextWriter output, CancellationToken cancel)
    {
        if (services.GetService<IDatabaseCreation>() is not { } creation)
        {
            string provider = services.GetRequiredService<IOptions<StorageOptions>>().Value.Provider;
            throw new UsageException(
                $"--create-database is for SqlServer: with Provider {provider} the database is a file, which migrate makes by itself");
        }

        foreach (string line in await creation.EnsureAsync(cancel))
        {
            await output.WriteLineAsync(line);
        }
    }

    private static async Task MigrateAsync(IServiceProvider services, TextWriter output, CancellationToken cancel)
    {
        IReadOnlyList<string> run = await services.GetRequiredService<Migrator>().RunAsync(cancel);
        foreach (string script in run)
        {
            await output.WriteLineAsync($"Ran {script}");
        }

        // What a server would refuse to start on is said now, when an administrator is there.
        await services.GetRequiredService<IMigrationTarget>().CheckAsync(cancel);
        int version = await services.GetRequiredService<ISchemaProbe>().ReadVersionAsync(cancel);
        await output.WriteLineAsync(run.Count == 0 ? $"The schema is up to date: version {version}." : $"The schema is now of version {version}.");
    }
}
