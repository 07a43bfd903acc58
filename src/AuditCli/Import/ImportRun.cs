using AuditCli.Import.Maps;
using AuditCli.Import.Rows;
using AuditCli.Import.Tracking;
using AuditCli.Input;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace AuditCli.Import;

/// <summary>One run of an import: from the beginning, or from where an interrupted one was.</summary>
internal sealed class ImportRun(ImportSettings settings, CrimeAuditClient client, TimeProvider clock)
{
    /// <summary>Runs it.</summary>
    /// <param name="report">Told of the pace every few hundred rows.</param>
    /// <param name="cancel">Interrupts it in good order.</param>
    /// <exception cref="InputException">File, header or force will not do.</exception>
    /// <exception cref="CrimeAuditException">The server refuses or is away; what was settled is kept.</exception>
    /// <exception cref="ImportInterruptedException">It was interrupted; what was settled is kept.</exception>
    public async Task<ImportSummary> RunAsync(Action<ImportPace> report, CancellationToken cancel)
    {
        long started = clock.GetTimestamp();
        ForceMap force = ChooseForce();
        using SourceFile source = SourceFile.Open(settings.Csv);
        using SourceRows rows = new(source, settings.Map);
        using RejectFile rejects = new(settings.Rejects);
        ImportIdentity import = new(source.Digest, settings.Map.Digest, settings.Force, settings.Server, Path.GetFullPath(settings.Rejects));
        ProgressFile kept = new(settings.ProgressPath, import);

        ImportProgress? before = await ReadProgressAsync(kept, rejects, cancel);
        if (before is { Complete: true })
        {
            return Summary(before, before.Rows, default, clock.GetElapsedTime(started));
        }

        rejects.Open(before?.RejectsLength ?? 0);
        ServerRefusals refusals = new();
        Settlement settlement = new(import, kept, rejects, refusals, settings.KeepEvery);
        if (before is not null)
        {
            settlement.Resume(before);
        }

        ImportSending sending = new(settings, new RowMapper(settings.Map, force), settlement, report);
        WriterProgress written = await sending.RunAsync(source, rows, client.Incidents, refusals, cancel);
        return Summary(settlement.Progress, before?.Rows ?? 0, written, clock.GetElapsedTime(started));
    }

    private ForceMap ChooseForce() => (settings.Map.Force, settings.Force) switch
    {
        (null, null) => throw new InputException(["--force is missing: the map does not say whose rows they are"]),
        (not null, not null) => throw new InputException(["--force is too much: the map says whose rows they are"]),
        (null, { } slug) => AuditCore.Reference.Forces.Find(slug) is null
            ? throw new InputException([$"--force: '{slug}' is not a force; a slug looks like thames-valley"])
            : new ForceMap(slug),
        ({ } map, null) => map,
    };

    /// <summary>The progress to go on from; null: begin at the first row, which is always right and only slower.</summary>
    private async Task<ImportProgress?> ReadProgressAsync(ProgressFile kept, RejectFile rejects, CancellationToken cancel)
    {
        ImportProgress? progress = settings.Again ? null : kept.Read();
        return progress is not null && rejects.Holds(progress) && await IsKnownAsync(progress, cancel) ? progress : null;
    }

    /// <summary>Whether the server's log still holds what was accepted last. If not, it was set back or is a new one.</summary>
    private async Task<bool> IsKnownAsync(ImportProgress progress, CancellationToken cancel)
    {
        if (progress.LastAccepted is null)
        {
            return true;
        }

        SubmitIncidentResponse answer = await client.Incidents.SubmitAsync(IncidentUpdate.Parser.ParseFrom(progress.LastAccepted), cancel);
        return answer.Receipt.Replayed;
    }

    private ImportSummary Summary(ImportProgress progress, long earlier, WriterProgress written, TimeSpan took) => new(
        settings.Csv,
        progress.Rows,
        earlier,
        written.Accepted,
        written.Replayed,
        written.Rejected,
        progress.RejectedRows,
        progress.RejectedRows > 0 ? settings.Rejects : null,
        Math.Round(took.TotalSeconds, 3),
        took > TimeSpan.Zero ? Math.Round((progress.Rows - earlier) / took.TotalSeconds) : 0);
}
