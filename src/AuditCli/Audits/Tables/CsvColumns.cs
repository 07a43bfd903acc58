using AuditCli.Support;

namespace AuditCli.Audits.Tables;

/// <summary>The columns of a table that goes into workbooks. They are only ever added, at the end, and its rows keep their order.</summary>
/// <typeparam name="T">A row.</typeparam>
internal sealed class CsvColumns<T>(params IReadOnlyList<(string Name, Func<T, string> Of)> columns)
{
    public string Header => CsvLine.Of(columns.Select(c => c.Name));

    public string Row(T row) => CsvLine.Of(columns.Select(c => Plain(c.Of(row))));

    /// <summary>A workbook would run what a force or a reviewer wrote as a formula; behind an apostrophe it is text.</summary>
    private static string Plain(string cell) => cell.Length > 0 && "=+-@\t".Contains(cell[0], StringComparison.Ordinal) ? $"'{cell}" : cell;

    /// <summary>The whole table.</summary>
    public string Text(IEnumerable<T> rows) => string.Concat(rows.Select(Row).Prepend(Header).Select(line => line + "\n"));
}
