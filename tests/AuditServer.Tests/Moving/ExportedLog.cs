using System.Text;
using AuditServer.Moving;
using AuditServer.Sequencing;
using AuditServer.Tests.Audits;
using AuditServer.Tests.Support;
using CrimeAudit.V1;

namespace AuditServer.Tests.Moving;

/// <summary>A small log as its export: reports, volumes, a witnessed audit with a review, and a report after it.</summary>
public sealed class ExportedLog : IAsyncLifetime
{
    /// <summary>Indexes of the entries.</summary>
    internal const int Report = 1, Volumes = 5, Plan = 6, Freeze = 7, Witness = 8, Draw = 9, Review = 11, Last = 12, Size = 13;

    /// <summary>The lines without their line feeds: line n is at n - 1.</summary>
    internal IReadOnlyList<string> Lines { get; private set; } = [];

    internal string Text => TextOf(Lines);

    public async ValueTask InitializeAsync()
    {
        await using var server = new FeatureServer();
        await server.InitializeAsync();
        using var files = new Databases();
        foreach (IncidentUpdate report in Given.Reports(5, "a-code"))
        {
            server.Clock.Advance(TimeSpan.FromSeconds(1));
            await server.SubmitAsync([report]);
        }

        var volumes = new ImportVolumesRequest { Version = "v1", Source = "made for a test" };
        volumes.Figures.AddRange(new[] { "Violence with injury", "Sexual offences", "Robbery" }.Select(
            category => new VolumeFigure { Force = FeatureServer.Force, PeriodEnd = "2017-12-31", Category = category, Count = 10 }));
        await server.ImportVolumes(volumes, server.Lead());
        var audit = new Inspection(server, "moved");
        IReadOnlyList<SampleItem> items = await audit.DrawnAsync(Given.Plan(SeedSource.Witnessed, ("a-code", 3)));
        await audit.Review(items[0].UnitId, Given.NoCrime());
        await server.SubmitAsync([Given.Report("the last", "a-code")]);

        string file = files.PathOf("export.jsonl");
        (int code, string error) = await Databases.RunAsync("export", file, server.DatabaseFile);
        Assert.True(code == 0, error);
        Lines = [.. (await File.ReadAllTextAsync(file)).Split('\n')[..^1]];
        Assert.Equal(Size + 2, Lines.Count);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    internal static string TextOf(IEnumerable<string> lines) => string.Concat(lines.Select(l => l + '\n'));

    internal StoredEntry Entry(int index) => ((EntryLine)new LineParser().Parse(Encoding.UTF8.GetBytes(Lines[index + 1]))).Entry;

    internal AuditEvent Step(int index) => AuditEvent.Parser.ParseFrom(Entry(index).Payload);

    /// <summary>The log with one line replaced.</summary>
    internal string With(int line, string content) => TextOf([.. Lines.Take(line - 1), content, .. Lines.Skip(line)]);

    /// <summary>The log with one entry replaced, its digest made anew.</summary>
    internal string With(int index, StoredEntry entry) => With(index + 2, LineOf(entry));

    /// <summary>The log with the payload of one entry replaced, its digest made anew.</summary>
    internal string With(int index, byte[] payload) => With(index, Entry(index) with { Payload = payload });

    internal static string LineOf(StoredEntry entry) => Encoding.UTF8.GetString(
        new LineWriter().Write(new EntryLine(entry with { Digest = EntryDigest.Of(entry.Salt, entry.Payload) })).Span[..^1]);
}
