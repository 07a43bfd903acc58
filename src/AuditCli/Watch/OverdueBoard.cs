using System.Globalization;
using AuditCli.Overdue;
using AuditCli.Support;
using CrimeAudit.V1;
using Spectre.Console;

namespace AuditCli.Watch;

/// <summary>The list of overdue crimes as a watch keeps it: the worst of them, and what happened last.</summary>
internal sealed class OverdueBoard : IWatchTable<WatchOverdueResponse>
{
    private const int Rows = 15;
    private const int News = 3;

    private readonly Dictionary<(string Unit, string Ref), OverdueCrime> crimes = [];
    private readonly SortedDictionary<string, ForceFreshness> freshness = new(StringComparer.Ordinal);
    private readonly Queue<string> news = new();
    private OverdueBegun begun = new();
    private AsOf asOf = new() { EvaluatedTime = new() };
    private bool live;

    public void Add(WatchOverdueResponse message)
    {
        asOf = message.AsOf;
        switch (message.EventCase)
        {
            case WatchOverdueResponse.EventOneofCase.Begun:
                begun = message.Begun;
                crimes.Clear();
                freshness.Clear();
                Put(message.Begun.Freshness);
                live = false;
                break;
            case WatchOverdueResponse.EventOneofCase.CaughtUp:
                live = true;
                break;
            case WatchOverdueResponse.EventOneofCase.Listed:
                Put(message.Listed, "listed");
                break;
            case WatchOverdueResponse.EventOneofCase.Passed:
                Put(message.Passed, "passed");
                break;
            case WatchOverdueResponse.EventOneofCase.Resolved:
                crimes.Remove(Key(message.Resolved.Crime));
                Tell(message.Resolved.Crime, $"resolved: {By(message.Resolved)}");
                break;
            case WatchOverdueResponse.EventOneofCase.Freshness:
                Put([message.Freshness]);
                break;
            case WatchOverdueResponse.EventOneofCase.Heartbeat:
                Put(message.Heartbeat.Freshness);
                break;
        }
    }

    public Table Render()
    {
        DateTimeOffset now = asOf.EvaluatedTime.ToDateTimeOffset();
        IEnumerable<OverdueCrime> worst = crimes.Values
            .OrderByDescending(c => c.Urgency).ThenBy(c => c.Deadline.ToDateTimeOffset()).ThenBy(c => c.UnitId, StringComparer.Ordinal)
            .Take(Rows)
            .Select(c => new OverdueCrime(c) { OverdueSeconds = (long)Math.Floor((now - c.Deadline.ToDateTimeOffset()).TotalSeconds) });
        Table table = OverdueTable.Of(worst);
        string[] stale = [.. freshness.Values.SelectMany(force => StaleText.Of($"{force.Force}/", force.Sources))];
        if (stale.Length > 0)
        {
            table.Title = new TableTitle($"[yellow]{Markup.Escape(string.Join('\n', stale))}[/]");
        }

        // Escaped: references may hold brackets, and a caption is mark-up.
        table.Caption = new TableTitle(Markup.Escape(string.Join('\n', news.Prepend(Caption()))));
        return table;
    }

    private string Caption()
    {
        long left = begun.Totals is { } totals ? totals.Overdue + totals.Due - begun.Listed : 0;
        string place = live ? $"live at {TimeText.Second(asOf.EvaluatedTime)}" : "reading the list";
        string more = left > 0 ? string.Create(CultureInfo.InvariantCulture, $"; {left:N0} less urgent ones are not listed") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{crimes.Count:N0} crimes, {place}{more}; not a recording rate; Ctrl-C ends");
    }

    private void Put(IEnumerable<ForceFreshness> told)
    {
        foreach (ForceFreshness force in told)
        {
            freshness[force.Force] = force;
        }
    }

    private void Put(OverdueCrime crime, string what)
    {
        crimes[Key(crime)] = crime;
        if (live)
        {
            Tell(crime, what);
        }
    }

    private void Tell(OverdueCrime crime, string what)
    {
        news.Enqueue($"{TimeText.OfDay(asOf.EvaluatedTime)} {crime.UnitId} {crime.AllegedRef} {what}");
        if (news.Count > News)
        {
            news.Dequeue();
        }
    }

    private static string By(OverdueResolved resolved) => resolved.Answer switch
    {
        AllegedCrimeAnswer.Unspecified => "alleged no more",
        AllegedCrimeAnswer.Open => "its deadline or offence changed",
        _ => $"{resolved.Answer} {resolved.AnsweredBy}".TrimEnd(),
    };

    private static (string Unit, string Ref) Key(OverdueCrime crime) => (crime.UnitId, crime.AllegedRef);
}
