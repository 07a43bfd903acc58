using Acceptance.Tests.Audits;
using Acceptance.Tests.Failures;
using Acceptance.Tests.Support;
using AuditServer.Security;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Acceptance.Tests.Accesses;

/// <summary>Whoever is told records that can tell of persons is noted before.</summary>
/// <typeparam name="TService">The fixture of an engine.</typeparam>
public abstract class AccessLogTests<TService>(TService service) : FaultyServiceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    private const string Secret = "whose-reference-this-is";

    [Fact]
    public async Task Every_call_that_tells_records_is_noted_with_who_was_told_what()
    {
        await using TService told = await EmptyServiceAsync();
        await SubmitAsync(told, Reports("kent", 4));
        var audit = new Inspection(told, "audit-1", "kent");
        IReadOnlyList<SampleItem> items = await audit.DrawnAsync(Plans.Of("kent", SeedSource.Witnessed, ("violence", 2)));
        int before = (await NotedAccess.ReadAsync(told)).Count;

        foreach (Func<Task> read in Readings(told, items[0].UnitId))
        {
            await read();
        }

        NotedAccess[] noted = [.. (await NotedAccess.ReadAsync(told)).Skip(before)];
        Assert.Equal(Enumerable.Range(before, noted.Length).Select(i => (long)i), noted.Select(n => n.Row));
        Assert.All(noted, n => Assert.Equal(told.Clock.GetUtcNow(), n.At));
        Assert.Equal(
            AccessPolicy.Methods.Where(m => AccessPolicy.DisclosureOf(m) == Disclosure.Noted).Select(m => m[1..]).Order(),
            noted.Select(n => n.Method).Distinct().Order());

        // What a stream told further is noted when it has ended, which can be later.
        NotedAccess[] first = [.. noted.DistinctBy(n => n.Method)];
        Assert.Equal(
        [
            "a-reader GetIncident kent: incident 1, 1",
            "a-reader ListIncidents kent: incidents 0..3, 4",
            "a-reader WatchIncidents kent: entries 0, 1",
            "a-reader ListOverdue kent: overdue crimes, 4",
            "a-reader WatchOverdue kent: overdue crimes, 1",
            "a-lead ReadEntries : entries 0..2, 3",
            "a-reader GetReceipt : entry 2, 1",
            "a-lead ListSampleItems : sample items of audit audit-1, 2",
            "a-lead GetSampleItem kent: sample item of audit audit-1 1, 1",
        ], first.SkipLast(1).Select(Text));
        Assert.Matches("^a-lead ExportAudit : lines of the bundle of audit audit-1, [0-9]+$", Text(first[^1]));
        Assert.All(noted.Where(n => n.Subject == "a-reader"), n => Assert.Equal(["reader", "kent"], [.. n.Roles, .. n.HomeForces]));
    }

    [Fact]
    public async Task No_reference_stands_in_the_access_log()
    {
        await using TService told = await EmptyServiceAsync();
        await SubmitAsync(told, Reports("kent", 2));
        foreach (Func<Task> read in Readings(told, "").Take(6))
        {
            await read();
        }

        VerbResult log = await told.VerbAsync("access-log");
        Assert.NotEmpty(log.Output);
        Assert.DoesNotContain(Secret, log.Output + log.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_tells_no_record_is_not_noted()
    {
        await using TService told = await EmptyServiceAsync();
        await SubmitAsync(told, Reports("kent", 2));
        await told.Reader("kent").Rates.GetAccountedForAsync("kent", cancellationToken: Cancel);
        await told.Reader("essex").Incidents.ListPageAsync(new ListIncidentsRequest { Force = "essex" }, Cancel);
        await AllAsync(told.Lead().Ledger.ReadEntriesAsync(new ReadEntriesRequest(), Cancel));
        await Assert.ThrowsAsync<NotFoundException>(() => told.Reader("kent").Incidents.GetAsync("kent", Told.Command, "unheard-of", Cancel));
        Assert.Empty(await NotedAccess.ReadAsync(told));
    }

    [Fact]
    public async Task A_watch_is_noted_before_its_first_record_and_at_its_end_with_all_that_it_told()
    {
        await using TService told = await EmptyServiceAsync();
        await SubmitAsync(told, Reports("kent", 5));
        await foreach (WatchIncidentsResponse message in told.Reader("kent").Incidents.WatchAsync("kent", cancellationToken: Cancel))
        {
            if (message.Entry is not null)
            {
                Assert.NotEmpty(await NotedAccess.ReadAsync(told));
            }

            if (message.CaughtUp is not null)
            {
                break;
            }
        }

        await told.StopAcceptingAsync();
        Assert.Equal(["entries 0, 1", "entries 1..4, 4"], (await NotedAccess.ReadAsync(told)).Select(n => $"{n.Records}, {n.Number}"));
    }

    [Fact]
    public async Task Of_many_readers_at_once_each_is_noted_once()
    {
        await using TService told = await EmptyServiceAsync();
        await SubmitAsync(told, Reports("kent", 1));
        string[] readers = [.. Enumerable.Range(0, 40).Select(i => $"reader-{i}")];
        await Task.WhenAll(readers.Select(r => told.As(r, "reader", "kent").Incidents.GetAsync("kent", Told.Command, Reference(0), Cancel)));
        Assert.Equal(readers.Order(StringComparer.Ordinal), (await NotedAccess.ReadAsync(told)).Select(n => n.Subject).Order(StringComparer.Ordinal));
        Assert.Single(await NotedAccess.ReadAsync(told, "--subject", "reader-7", "--force", "kent", "--since", "2019-06-03T09:00:00Z"));
        Assert.Empty(await NotedAccess.ReadAsync(told, "--until", "2019-06-03T09:00:00Z"));
    }

    [Theory]
    [InlineData(FaultPoint.Turn)]
    [InlineData(FaultPoint.Commit)]
    public async Task A_record_that_cannot_be_noted_is_not_told(FaultPoint point)
    {
        await using TService faulty = await FaultyServiceAsync();
        await SubmitAsync(faulty, Reports("kent", 1));
        faulty.Faults!.Fail(point, _ => true, faulty.Failures.Full);
        await RefusedAsync(() => faulty.Reader("kent").Incidents.GetAsync("kent", Told.Command, Reference(0), Cancel), ErrorReason.StorageFull);
        Assert.Empty(await NotedAccess.ReadAsync(faulty));

        faulty.Faults.Mend();
        await faulty.Reader("kent").Incidents.GetAsync("kent", Told.Command, Reference(0), Cancel);
        Assert.Single(await NotedAccess.ReadAsync(faulty));
    }

    [Fact]
    public async Task A_note_whose_durability_the_engine_did_not_confirm_is_written_once()
    {
        await using TService faulty = await FaultyServiceAsync();
        await SubmitAsync(faulty, Reports("kent", 1));
        faulty.Faults!.Fail(FaultPoint.Commit, n => n == 0, faulty.Failures.Lost, afterEffect: true);
        await faulty.Reader("kent").Incidents.GetAsync("kent", Told.Command, Reference(0), Cancel);
        Assert.Equal(1, faulty.Faults.Hits);
        Assert.Single(await NotedAccess.ReadAsync(faulty));
    }

    private static IncidentUpdate[] Reports(string force, int number) =>
    [
        .. Enumerable.Range(0, number).Select(i => Told.Report(
            force, Reference(i), Moments.Reported, "violence", Told.Alleged($"{Secret}-a", victim: $"{Secret}-v"))),
    ];

    private static string Reference(int number) => FormattableString.Invariant($"{Secret}-{number}");

    private static IEnumerable<Func<Task>> Readings(TService told, string unitId)
    {
        CrimeAuditClient reader = told.Reader("kent");
        CrimeAuditClient lead = told.Lead();
        yield return () => reader.Incidents.GetAsync("kent", Told.Command, Reference(1), Cancel);
        yield return () => reader.Incidents.ListPageAsync(new ListIncidentsRequest { Force = "kent" }, Cancel);
        yield return () => FirstAsync(reader.Incidents.WatchAsync("kent", cancellationToken: Cancel), m => m.Entry is not null);
        yield return () => reader.Incidents.ListOverduePageAsync(new ListOverdueRequest { Force = "kent" }, Cancel);
        yield return () => FirstAsync(
            reader.Incidents.WatchOverdueAsync(new WatchOverdueRequest { Force = "kent" }, cancellationToken: Cancel), m => m.Listed is not null);
        yield return () => AllAsync(lead.Ledger.ReadEntriesAsync(new ReadEntriesRequest { WantPayloads = true, MostEntries = 3 }, Cancel));
        yield return () => reader.Ledger.GetReceiptAsync(new GetReceiptRequest { EntryIndex = 2 }, Cancel);
        yield return () => lead.Audits.ListSampleItemsPageAsync(new ListSampleItemsRequest { AuditId = "audit-1" }, Cancel);
        yield return () => lead.Audits.GetSampleItemAsync(new GetSampleItemRequest { AuditId = "audit-1", UnitId = unitId }, Cancel);
        yield return () => lead.Audits.ExportAsync(new ExportAuditRequest { AuditId = "audit-1" }, Stream.Null, Cancel);
    }

    private static async Task FirstAsync<T>(IAsyncEnumerable<T> stream, Func<T, bool> wanted)
    {
        await foreach (T message in stream.WithCancellation(Cancel))
        {
            if (wanted(message))
            {
                return;
            }
        }
    }

    private static string Text(NotedAccess noted) =>
        FormattableString.Invariant($"{noted.Subject} {noted.Method.Split('/')[1]} {noted.Force}: {noted.Records}, {noted.Number}");
}
