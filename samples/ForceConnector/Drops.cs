using System.Globalization;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace ForceConnector;

/// <summary>
/// A folder into which a force's system drops CSV files: reference, time of the report, opening code, alleged offence. A file
/// that is interrupted is submitted again as a whole; its request ids are made from the content, so nothing stands twice.
/// </summary>
internal sealed class Drops(string folder, CrimeAuditClient client, TextWriter output)
{
    private const string Force = "thames-valley";
    private const string SourceSystem = "storm";

    /// <summary>Submits the files that lie there, then those that come, until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        using var come = new SemaphoreSlim(1);
        using var watcher = new FileSystemWatcher(folder, "*.csv") { EnableRaisingEvents = true };
        watcher.Renamed += (_, _) => come.Release(); // A file is written under another name and renamed once it is whole.
        while (true)
        {
            await come.WaitAsync(cancel);
            await SubmitAllAsync(cancel);
        }
    }

    /// <summary>Submits the files that lie there, in the order of their names.</summary>
    public async Task SubmitAllAsync(CancellationToken cancel)
    {
        foreach (string path in Directory.GetFiles(folder, "*.csv").Order(StringComparer.Ordinal))
        {
            await SubmitAsync(path, cancel);
        }
    }

    private async Task SubmitAsync(string path, CancellationToken cancel)
    {
        var refused = new List<string>();
        var options = new IncidentWriterOptions { OnRejected = no => refused.Add($"{no.Update.Incident.Ref},{no.Error.Message}") };
        await using IncidentWriter writer = client.Incidents.OpenWriter(options);
        await foreach (string line in File.ReadLinesAsync(path, cancel))
        {
            await writer.WriteAsync(UpdateOf(line.Split(',')), cancel);
        }

        await writer.FlushAsync(cancel); // All of the file is durable or refused: only now it is done.
        string done = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "done")).FullName, Path.GetFileName(path));
        await File.WriteAllLinesAsync($"{done}.refused", refused, cancel);
        File.Move(path, done, overwrite: true);
        await output.WriteLineAsync($"{Path.GetFileName(path)}: {writer.DurableThrough - refused.Count} accepted, {refused.Count} refused");
    }

    private static IncidentUpdate UpdateOf(string[] columns)
    {
        DateTimeOffset reported = DateTimeOffset.Parse(columns[1], CultureInfo.InvariantCulture);
        AllegedCrime[] alleged = columns[3].Length == 0 ? [] : [new() { AllegedRef = "a1", Offence = new Offence { Code = columns[3] } }];
        return IncidentUpdates.Opened(Force, SourceSystem, columns[0], reported, columns[2], alleged);
    }
}
