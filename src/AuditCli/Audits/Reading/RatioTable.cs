using AuditCli.Audits.Tables;
using AuditCli.Support;
using CrimeAudit.V1;
using Spectre.Console;

namespace AuditCli.Audits.Reading;

/// <summary>Estimated shares as people read them, each with its interval, its counts and its method. Few crimes are told as counts.</summary>
internal static class RatioTable
{
    public static Table Of(IEnumerable<(string Name, RatioEstimate Estimate)> rows)
    {
        Table table = new Table().Border(TableBorder.Simple).AddColumn("basis").AddColumn("rate").AddColumn("interval").AddColumn("in the sample").AddColumn("method");
        foreach ((string name, RatioEstimate estimate) in rows)
        {
            table.AddRow(
                new Text(name),
                new Text(!estimate.HasRatio ? "none" : estimate.LowN ? "counts only" : PercentText.Of(estimate.Ratio)),
                new Text(IntervalText.Of(Headline.Of(estimate))),
                new Text($"{NumberText.Of(estimate.NumeratorInSample)} of {NumberText.Of(estimate.DenominatorInSample)}"),
                new Text(Headline.MethodOf(estimate)));
        }

        return table;
    }
}
