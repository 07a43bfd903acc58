using CrimeAudit.V1;
using Spectre.Console;

namespace AuditCli.Watch;

/// <summary>The latest updates in a table that stays in its place.</summary>
internal sealed class TableDisplay(IAnsiConsole console) : WatchDisplay
{
    public override Task ShowAsync(IAsyncEnumerable<WatchIncidentsResponse> messages)
    {
        WatchTable table = new();
        return console.Live(table.Render()).StartAsync(async live =>
        {
            await foreach (WatchIncidentsResponse message in messages)
            {
                table.Add(message);
                live.UpdateTarget(table.Render());
            }
        });
    }
}
