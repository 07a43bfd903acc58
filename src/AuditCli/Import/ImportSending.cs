using AuditCli.Import.Rows;
using AuditCli.Import.Tracking;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace AuditCli.Import;

/// <summary>Sends the rows that are not settled yet, and settles them as their results come.</summary>
internal sealed class ImportSending(ImportSettings settings, RowMapper mapper, Settlement settlement, Action<ImportPace> report)
{
    private const int RowsBetweenLooks = 256;

    /// <summary>How long an interrupted import waits for what is on the way, so that the next run need not send it again.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private long written;

    /// <summary>Sends to the end of the file.</summary>
    /// <returns>What became of the updates.</returns>
    public async Task<WriterProgress> RunAsync(
        SourceFile source, SourceRows rows, IIncidentClient incidents, ServerRefusals refusals, CancellationToken cancel)
    {
        await using IncidentWriter writer = incidents.OpenWriter(
            new IncidentWriterOptions { MaxInFlight = settings.MaxInFlight, OnRejected = refusals.Add });
        bool complete = false;
        try
        {
            await SendAsync(source, rows, writer, cancel);
            complete = true;
        }
        catch (OperationCanceledException stop) when (cancel.IsCancellationRequested)
        {
            await FinishAsync(writer);
            settlement.Settle(writer.DurableThrough);
            throw new ImportInterruptedException(settlement.Progress.Line, stop);
        }
        catch (CrimeAuditException failure) when (failure.InnerException is PermissionException credential)
        {
            // The writer wraps what stopped it; the caller wants to know that it was the credential.
            throw new PermissionException(credential.Details, failure);
        }
        finally
        {
            settlement.Settle(writer.DurableThrough);
            settlement.Keep(complete);
            writer.Abort();
        }

        return writer.Progress;
    }

    private async Task SendAsync(SourceFile source, SourceRows rows, IncidentWriter writer, CancellationToken cancel)
    {
        long settledBefore = settlement.Progress.Rows;
        while (rows.Read())
        {
            cancel.ThrowIfCancellationRequested();
            if (rows.Number > settledBefore)
            {
                mapper.Map(rows);
                await SendAsync(rows, writer, cancel);
                settings.OnRowSent?.Invoke(rows.Number);
            }

            if (rows.Number % RowsBetweenLooks == 0)
            {
                settlement.Settle(writer.DurableThrough);
                report(new ImportPace(rows.Number, source.Fraction));
            }
        }

        await writer.FlushAsync(cancel);
    }

    /// <summary>
    /// Sends one row. It counts as on its way once all of it is; before that an interruption forgets it, and the next run
    /// sends it.
    /// </summary>
    private async ValueTask SendAsync(SourceRows rows, IncidentWriter writer, CancellationToken cancel)
    {
        SentRow row = new(rows.Number, rows.Line, rows.Raw.ToArray(), written + 1, written + mapper.Updates.Count)
        {
            Problems = mapper.Problems.Found,
            Update = mapper.Updates is [.., { } last] ? last : null,
        };
        foreach (IncidentUpdate update in mapper.Updates)
        {
            await writer.WriteAsync(update, cancel);
        }

        written = row.LastUpdate;
        settlement.Add(row);
    }

    private static async Task FinishAsync(IncidentWriter writer)
    {
        using CancellationTokenSource enough = new(Grace);
        try
        {
            await writer.FlushAsync(enough.Token);
        }
        catch (OperationCanceledException)
        {
            // Not in time: the next run sends again what has no result, and the server answers replays.
        }
    }
}
