using System.Globalization;
using AuditCli.Support;
using CrimeAudit.V1;
using Spectre.Console;

namespace AuditCli.Overdue;

/// <summary>Overdue crimes on a terminal: what feeds are silent, how many crimes there are, and the worst of them.</summary>
internal sealed class OverdueReport(IAnsiConsole console)
{
    public void Write(ListOverdueResponse answer)
    {
        StaleText.Write(console, answer.Freshness.SelectMany(force => StaleText.Of($"{force.Force}/", force.Sources)));
        OverdueTotals totals = answer.Totals;
        console.WriteLine(
            $"{Number(totals.Overdue)} overdue ({Number(totals.PresumedOverdue)} presumed), {Number(totals.Due)} due soon " +
            $"({Number(totals.PresumedDue)} presumed), at {TimeText.Minute(answer.AsOf.EvaluatedTime)}, " +
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

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
