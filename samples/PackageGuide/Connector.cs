using System.Globalization;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace PackageGuide;

/// <summary>Submits what a force's system prints, a line each: reference, time of the report, opening code.</summary>
internal sealed class Connector(ICrimeAuditClient client, string spool)
{
    private const string Force = "thames-valley";
    private const string System = "storm";

    /// <summary>Submits line after line until there are no more.</summary>
    public async Task RunAsync(TextReader lines, TextWriter output)
    {
        await using IncidentWriter writer = client.Incidents.OpenWriter(new IncidentWriterOptions
        {
            Spool = new SpoolOptions
            {
                Directory = spool,
                OnRecovered = found => output.WriteLine($"{found.Unacknowledged} left by the run before"),
            },
            OnRejected = no => output.WriteLine($"refused {no.Update.Incident.Ref}: {no.Error.Message}"),
        });
        while (await lines.ReadLineAsync() is { } line)
        {
            string[] columns = line.Split(',');
            DateTimeOffset reported = DateTimeOffset.Parse(columns[1], CultureInfo.InvariantCulture);
            await writer.WriteAsync(IncidentUpdates.Opened(Force, System, columns[0], reported, openingCode: columns[2]));
            await output.WriteLineAsync($"kept {columns[0]}"); // On disk: it will arrive, whatever happens to this program.
        }

        await writer.FlushAsync();
        WriterProgress done = writer.Progress;
        await output.WriteLineAsync($"{done.Accepted} accepted, {done.Rejected} refused");
        GetAccountedForRateResponse rate = await client.Rates.GetAccountedForAsync(Force);
        await output.WriteLineAsync($"{rate.Total.Counts.Alleged + rate.Total.PresumedCounts.Alleged} crimes alleged or presumed as of {rate.AsOf.TreeSize} entries");
    }
}
