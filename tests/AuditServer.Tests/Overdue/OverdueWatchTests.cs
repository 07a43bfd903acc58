using AuditServer.Incidents.Watching;
using AuditServer.Overdue;
using AuditServer.Overdue.Watching;
using AuditServer.Tests.Support;
using CrimeAudit.V1;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace AuditServer.Tests.Overdue;

public sealed class OverdueWatchTests : IDisposable
{
    private static readonly WatchPoint Begin = OpenCrimes.At(1, AuditServer.Sequencing.Micros.Of(Kent.Start));

    private readonly FakeTimeProvider clock = new(Kent.Start);
    private readonly OverdueAudience audience = new();
    private readonly HeldReader<WatchOverdueResponse> reader = new();
    private readonly WatchingOptions options = new() { OverdueBacklog = 2, OverdueListed = 3 };
    private readonly WatchTurns turns;
    private readonly OpenCrimes crimes;
    private readonly CancellationTokenSource over = CancellationTokenSource.CreateLinkedTokenSource(Cancel);

    public OverdueWatchTests()
    {
        turns = new WatchTurns(Options.Create(options));
        crimes = new OpenCrimes(clock);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        over.Dispose();
        turns.Dispose();
    }

    [Fact]
    public async Task A_reader_that_is_too_slow_for_what_changes_gets_a_new_list()
    {
        crimes.Tell(Kent.Report("r1", Kent.Start.AddDays(-2)));
        Task watch = Watch();
        await reader.TakeAsync(3, Cancel);
        Assert.Equal("begun listed caughtUp", Taken());

        // It takes the first of these and then no more until three others happened, of which two may wait.
        audience.Tell([Listed("t1")], Begin);
        await reader.OfferedAsync(4, Cancel);
        audience.Tell([Listed("t2"), Listed("t3")], Begin);
        audience.Tell([Listed("t4")], Begin);
        crimes.Tell(Kent.Report("r2", Kent.Start.AddDays(-2)));
        await reader.TakeAsync(1 + 4, Cancel);
        Assert.Equal("begun listed caughtUp listed begun listed listed caughtUp", Taken());
        Assert.Equal([1, 2], reader.Taken.Where(m => m.Begun is not null).Select(m => m.Begun.Listed));

        // It has joined again: what comes now is told.
        audience.Tell([Listed("t5")], Begin);
        await reader.TakeAsync(1, Cancel);
        Assert.Equal("t5", reader.Taken[^1].Listed.AllegedRef);
        await EndAsync(watch);
    }

    [Fact]
    public async Task A_list_holds_the_worst_up_to_the_limit()
    {
        for (int i = 0; i < 5; i++)
        {
            crimes.Tell(Kent.Report($"r{i}", Kent.Start.AddDays(-2).AddHours(-i)));
        }

        Task watch = Watch();
        await reader.TakeAsync(5, Cancel);
        Assert.Equal(["a-r4", "a-r3", "a-r2"], reader.Taken[1..4].Select(m => m.Listed.AllegedRef));
        await EndAsync(watch);
    }

    [Fact]
    public async Task A_clock_that_failed_while_the_reader_was_slow_ends_the_watch_with_the_cause()
    {
        Task watch = Watch();
        await reader.OfferedAsync(1, Cancel);
        audience.Fail(new IOException("gone"));
        await reader.TakeAsync(1, Cancel);
        await reader.OfferedAsync(1, Cancel);
        clock.Advance(options.Heartbeat * 2);
        await reader.TakeAsync(1, Cancel);
        await Assert.ThrowsAsync<IOException>(() => watch);
    }

    private Task Watch()
    {
        OverdueFilter filter = Kent.Filter();
        var messages = new OverdueMessages(Kent.Reference, Kent.Freshness);
        var list = new OverdueList(crimes, turns, filter, clock, options.OverdueListed);
        audience.Begin(Begin);
        return new OverdueWatch(audience, list, filter, messages, Kent.Sources(), options, clock, reader).RunAsync(over.Token);
    }

    private async Task EndAsync(Task watch)
    {
        await over.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watch);
    }

    /// <summary>An incident's crime becomes known after its deadline.</summary>
    private static IncidentTold Listed(string allegedRef) => new("kent", Begin, Begin)
    {
        IncidentId = 100,
        Before = [],
        After = [OverdueFollowerTests.Crime with { IncidentId = 100, AllegedRef = allegedRef }],
        Late = new HashSet<string> { allegedRef },
        Standing = new Dictionary<string, OverdueResolution>(),
    };

    private string Taken() => string.Join(' ', reader.Taken.Select(m => m.EventCase switch
    {
        WatchOverdueResponse.EventOneofCase.Begun => "begun",
        WatchOverdueResponse.EventOneofCase.Listed => "listed",
        WatchOverdueResponse.EventOneofCase.CaughtUp => "caughtUp",
        _ => "other",
    }));
}
