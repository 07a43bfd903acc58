using AuditCli.Support;
using CrimeAudit.V1;
using Spectre.Console;

namespace AuditCli.Watch;

/// <summary>What a watch has told, as a table: the latest updates, and how far it is.</summary>
internal sealed class WatchTable : IWatchTable<WatchIncidentsResponse>
{
    private const int Rows = 15;

    private readonly Queue<WatchedEntry> latest = new();
    private long told;
    private string place = "reading what is there";

    public void Add(WatchIncidentsResponse message)
    {
        switch (message.EventCase)
        {
            case WatchIncidentsResponse.EventOneofCase.Entry:
                Add(message.Entry);
                break;
            case WatchIncidentsResponse.EventOneofCase.CaughtUp:
                place = $"live since {NumberText.Of(message.CaughtUp.TreeSize)} entries";
                break;
            case WatchIncidentsResponse.EventOneofCase.Heartbeat:
                place = $"live, {NumberText.Of(message.Heartbeat.TreeSize)} entries";
                break;
        }
    }

    public Table Render()
    {
        Table table = new Table().Border(TableBorder.Simple);
        table.Caption = new TableTitle($"{NumberText.Of(told)} updates; {place}; Ctrl-C ends");
        foreach (string column in new[] { "entry", "accepted", "force", "incident", "change", "status", "open", "records" })
        {
            table.AddColumn(column);
        }

        foreach (WatchedEntry entry in latest)
        {
            // As texts, not as mark-up: references may hold brackets.
            table.AddRow(Cells(entry).Select(cell => new Text(cell)));
        }

        return table;
    }

    private void Add(WatchedEntry entry)
    {
        told++;
        latest.Enqueue(entry);
        if (latest.Count > Rows)
        {
            latest.Dequeue();
        }
    }

    private static IEnumerable<string> Cells(WatchedEntry entry) =>
    [
        NumberText.Of(entry.EntryIndex),
        TimeText.Second(entry.AcceptedTime),
        entry.Incident.Force,
        $"{entry.Incident.Key.SourceSystem} {entry.Incident.Key.Ref}",
        entry.Update.ChangeCase.ToString(),
        entry.Incident.Status.ToString(),
        NumberText.Of(entry.Incident.OpenAllegedCrimes),
        NumberText.Of(entry.Incident.CrimeRecords),
    ];
}
