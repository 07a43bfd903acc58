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
            $"{NumberText.Of(totals.Overdue)} overdue ({NumberText.Of(totals.PresumedOverdue)} presumed), {NumberText.Of(totals.Due)} due soon " +
            $"({NumberText.Of(totals.PresumedDue)} presumed), at {TimeText.Minute(answer.AsOf.EvaluatedTime)}, " +
            $"of a log of {NumberText.Of(answer.AsOf.TreeSize)} entries. Not a recording rate.");
        if (answer.Crimes.Count > 0)
        {
            console.Write(OverdueTable.Of(answer.Crimes));
        }

        if (answer.NextPageToken.Length > 0)
        {
            console.WriteLine($"The worst {NumberText.Of(answer.Crimes.Count)}; --top 0 shows all.");
        }
    }
}
