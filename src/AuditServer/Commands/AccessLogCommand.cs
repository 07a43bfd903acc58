using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using AuditServer.Checking;
using AuditServer.Security.Accesses;
using AuditServer.Sequencing;

namespace AuditServer.Commands;

/// <summary><c>AuditServer access-log</c>: who read records that can tell of persons.</summary>
internal sealed class AccessLogCommand : ServerVerb
{
    private const string Guide =
        """
        Prints the access log, an object of JSON a line: its number, when, who (subject, roles, forces of the credential), by which
        call, and what was told: records by the indexes of their entries, audits by name, never a reference. All of it is held
        against the entries of the log that cover it, whatever is asked for: a row that was changed or is missing is damage.

        Rows that were taken away from the beginning, whole digests at a time, are said to be so and are no damage: they are not
        kept for ever. Where none is left at all, --removed-before has to say so: it could be anybody's doing. Nothing is written to the database, and a server may go on serving it.

        Exit code 65: the access log is not as it was written.

        Examples:
          AuditServer access-log --since 2026-03-01T00:00:00Z --CrimeAudit:Storage:Path=/srv/crimeaudit.db
          AuditServer access-log --subject a.reviewer --force kent
          AuditServer access-log > accesses.jsonl
        """;

    private readonly Option<string?> subject = new("--subject") { HelpName = "SUBJECT", Description = "Only what this subject was told" };

    private readonly Option<string?> force = new("--force") { HelpName = "FORCE", Description = "Only records of this force, by its slug" };

    private readonly Option<DateTimeOffset?> since = TimeOptions.Of("--since", "Only at or after this time, 2026-03-01T00:00:00Z");

    private readonly Option<DateTimeOffset?> until = TimeOptions.Of("--until", "Only before this time");

    private readonly Option<DateTimeOffset?> removedBefore = TimeOptions.RemovedBefore();

    public AccessLogCommand()
        : base("access-log", "Prints who read records that can tell of persons, and checks that nobody changed it", Guide)
    {
        Options.Add(subject);
        Options.Add(force);
        Options.Add(since);
        Options.Add(until);
        Options.Add(removedBefore);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancel)
    {
        // Not started: nothing is changed in the database, not even its schema.
        using IHost host = VerbHost.Build(Configuration);
        TextWriter output = result.InvocationConfiguration.Output;
        TextWriter error = result.InvocationConfiguration.Error;
        (CheckedAccesses accesses, Damages found) = await host.Services.GetRequiredService<AccessReading>().RunAsync(
            row =>
            {
                if (IsAsked(row, result))
                {
                    output.WriteLine(Json(row));
                }
            },
            result.GetValue(removedBefore),
            cancel);
        foreach (Damage damage in found.First)
        {
            await error.WriteLineAsync(damage.ToString());
        }

        await error.WriteLineAsync(accesses.Text ?? "Nothing was read yet that is noted");
        return found.Count == 0 ? ServerCommandLine.Ok : ServerCommandLine.BadData;
    }

    private bool IsAsked(AccessRow row, ParseResult asked) =>
        (asked.GetValue(subject) is not { } who || row.Subject == who)
        && (asked.GetValue(force) is not { } whose || row.Force == whose)
        && (asked.GetValue(since) is not { } first || row.AtMicros >= Micros.Of(first))
        && (asked.GetValue(until) is not { } end || row.AtMicros < Micros.Of(end));

    private static string Json(AccessRow row) => JsonSerializer.Serialize(new
    {
        row = row.Index,
        at = Micros.ToTime(row.AtMicros).ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
        subject = row.Subject,
        roles = row.Roles.Split(',', StringSplitOptions.RemoveEmptyEntries),
        homeForces = row.HomeForces.Split(',', StringSplitOptions.RemoveEmptyEntries),
        method = row.Method,
        force = row.Force,
        records = row.Records,
        number = row.Number,
    });
}
