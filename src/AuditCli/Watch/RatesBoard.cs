using AuditCli.Rates;
using CrimeAudit.V1;
using Spectre.Console;

namespace AuditCli.Watch;

/// <summary>The newest answer of a watched rate; a heartbeat says up to when it holds.</summary>
internal sealed class RatesBoard : IWatchTable<WatchAccountedForRateResponse>
{
    private GetAccountedForRateResponse? answer;
    private AsOf? asOf;

    public void Add(WatchAccountedForRateResponse message)
    {
        answer = message.Answer ?? answer;
        asOf = message.Heartbeat?.AsOf ?? message.Answer?.AsOf ?? asOf;
    }

    public Table Render()
    {
        if (answer is null || asOf is null)
        {
            return new Table();
        }

        Table table = RateTable.Of(answer.Rows, answer.Total);
        string[] stale = [.. answer.Freshness.Where(f => f.Stale).Select(f => f.SourceSystem)];
        table.Caption = new TableTitle(
            Markup.Escape($"Live, {RateTable.Place(asOf)} Ctrl-C ends.{(stale.Length == 0 ? "" : $" STALE: {string.Join(", ", stale)}.")}"));
        return table;
    }
}
