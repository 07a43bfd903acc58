using System.Text;

namespace AuditCore.Reference;

/// <summary>The published files inside this assembly (folder <c>Reference/Data</c>).</summary>
internal static class EmbeddedData
{
    public const string Forces = "forces.csv";
    public const string Offences = "notifiable-offences-2026-27.csv";
    public const string ReportedIncidents = "notifiable-reported-incidents-2026-27.csv";
    public const string RecordedCrime = "recorded-crime-by-force.csv";
    public const string Results = "published-cdi-results.csv";

    public static T Read<T>(string file, Func<TextReader, T> parse)
    {
        using Stream stream = typeof(EmbeddedData).Assembly.GetManifestResourceStream("AuditCore.Reference.Data." + file)
            ?? throw new InvalidOperationException($"{file} is not embedded in {typeof(EmbeddedData).Assembly.GetName().Name}");
        using StreamReader reader = new(stream, Encoding.UTF8);
        return parse(reader);
    }
}
