using System.Globalization;
using System.Text.Json;

namespace AuditCli.Import.Display;

/// <summary>What an import did, for people or for programs.</summary>
internal static class SummaryText
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web);

    public static void Write(ImportSummary summary, bool json, TextWriter output)
    {
        if (json)
        {
            output.WriteLine(JsonSerializer.Serialize(summary, Format));
            return;
        }

        if (summary.WasComplete)
        {
            output.WriteLine("It is all there already; --again sends it once more.");
        }

        Write(output, "rows read", summary.RowsRead);
        if (summary.RowsSettledEarlier > 0)
        {
            Write(output, "  by earlier runs", summary.RowsSettledEarlier);
        }

        Write(output, "updates accepted", summary.UpdatesAccepted);
        Write(output, "  of them replays", summary.UpdatesReplayed);
        Write(output, "updates refused", summary.UpdatesRefused);
        Write(output, "rows rejected", summary.RowsRejected);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"seconds",-18}{summary.Seconds,14:N1}"));
        Write(output, "rows a second", (long)summary.RowsPerSecond);
        if (summary.Rejects is not null)
        {
            output.WriteLine($"Rejected rows, with reasons: {summary.Rejects}");
        }
    }

    private static void Write(TextWriter output, string what, long number) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-18}{number,14:N0}"));
}
