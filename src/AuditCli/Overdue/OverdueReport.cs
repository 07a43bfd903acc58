using System.Globalization;
using CrimeAudit.V1;
using Spectre.Console;

namespace AuditCli.Overdue;

/// <summary>Overdue crimes on a terminal: what feeds are silent, how many crimes there are, and the worst of them.</summary>
internal sealed class OverdueReport(IAnsiConsole console)
{
    public void Write(ListOverdueResponse answer)
    {
        WriteStale(answer);
        OverdueTotals totals = answer.Totals;
        console.WriteLine(
            $"{Number(totals.Overdue)} overdue ({Number(totals.PresumedOverdue)} presumed), {Number(totals.Due)} due soon " +
            $"({Number(totals.PresumedDue)} presumed), at {answer.AsOf.EvaluatedTime.ToDateTimeOffset():yyyy-MM-dd HH:mm} UTC, " +
            $"of a log of {Number(answer.AsOf.TreeSize)} entries. Not a recording rate.");
        if (answer.Crimes.Count > 0)
        {
            console.Write(OverdueTable.Of(answer.Crimes));
        }

        if (answer.NextPageToken.Length > 0)
        {
            console.WriteLine($"The worst {Number(answer.Crimes.Count)}; --top 0 shows all.");
        }
    }

    private void WriteStale(ListOverdueResponse answer)
    {
        foreach (ForceFreshness force in answer.Freshness)
        {
            foreach (SourceFreshness source in force.Sources.Where(s => s.Stale))
            {
                string heard = source.LastAcceptedTime.ToDateTimeOffset().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
                console.MarkupLineInterpolated(
                    $"[yellow]STALE: {force.Force}/{source.SourceSystem} was last heard of at {heard} UTC; what it recorded since may be missing here.[/]");
            }
        }
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
