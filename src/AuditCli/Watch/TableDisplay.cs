using Google.Protobuf;
using Spectre.Console;

namespace AuditCli.Watch;

/// <summary>A table that stays in its place, and changes with each message.</summary>
internal sealed class TableDisplay<T>(IAnsiConsole console, IWatchTable<T> table) : WatchDisplay<T>
    where T : IMessage
{
    public override Task ShowAsync(IAsyncEnumerable<T> messages) =>
        console.Live(table.Render()).StartAsync(async live =>
        {
            await foreach (T message in messages)
            {
                table.Add(message);
                live.UpdateTarget(table.Render());
            }
        });
}
