using System.Globalization;
using AuditCli.Support;
using CrimeAudit.V1;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace AuditCli.Rates;

/// <summary>A live rate as a table: a row a value with its bar, and the whole under them. The bar is of alleged and presumed crimes.</summary>
internal static class RateTable
{
    private const int BarWidth = 20;

    /// <summary>Below this share a bar is red, below the next yellow.</summary>
    private const double Poor = 0.8;
    private const double Fair = 0.95;

    public static Table Of(IReadOnlyList<AccountedForRow> rows, AccountedForRow total)
    {
        Table table = new Table().Border(TableBorder.Rounded)
            .AddColumn("").AddColumn("accounted for").AddColumn(new TableColumn("alleged only").RightAligned())
            .AddColumn(new TableColumn("alleged").RightAligned())
            .AddColumn(new TableColumn("in time").RightAligned()).AddColumn(new TableColumn("overdue").RightAligned())
            .AddColumn(new TableColumn("pending").RightAligned()).AddColumn(new TableColumn("presumed").RightAligned())
            .AddColumn(new TableColumn("presumed overdue").RightAligned());
        if (rows is not [{ Key: "" }])
        {
            foreach (AccountedForRow row in rows)
            {
                table.AddRow(Cells(row.Key, row));
            }
        }

        return table.AddRow(Cells("all", total));
    }

    /// <summary>What the answer is, as its method says, and where and when it is from.</summary>
    public static string Place(string method, AsOf asOf) => string.Create(
        CultureInfo.InvariantCulture, $"{method}. At {TimeText.Second(asOf.EvaluatedTime)}, of a log of {asOf.TreeSize:N0} entries.");

    // Keys are texts, not mark-up: codes may hold brackets.
    private static IRenderable[] Cells(string key, AccountedForRow row) =>
    [
        new Text(key),
        Bar(row),
        new Text(row.HasAccountedForRate ? PercentText.Of(row.AccountedForRate) : "-"),
        Number(row.Counts.Alleged),
        new Text(row.HasInTimeRate ? PercentText.Of(row.InTimeRate) : "-"),
        Number(row.Counts.Overdue),
        Number(row.Counts.Pending),
        Number(row.PresumedCounts.Alleged),
        Number(row.PresumedCounts.Overdue),
    ];

    private static IRenderable Bar(AccountedForRow row)
    {
        if (!row.HasAccountedForRateWithPresumed)
        {
            return new Text("-");
        }

        double rate = row.AccountedForRateWithPresumed;
        int cells = Math.Clamp((int)Math.Round(rate * BarWidth), 0, BarWidth);
        string colour = rate < Poor ? "red" : rate < Fair ? "yellow" : "green";
        return new Markup($"[{colour}]{new string('█', cells)}{new string('·', BarWidth - cells)}[/] {PercentText.Of(rate)}");
    }

    private static Text Number(long number) => new(NumberText.Of(number));
}
