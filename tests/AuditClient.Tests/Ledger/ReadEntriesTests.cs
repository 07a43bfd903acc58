using AuditClient.Tests.Infrastructure;

namespace AuditClient.Tests.Ledger;

public sealed class ReadEntriesTests
{
    [Fact]
    public async Task Entries_come_one_by_one_however_they_were_packed()
    {
        await using FakeServer server = await FakeServer.StartAsync();
        server.Ledger.Read = async (request, responses) =>
        {
            await responses.WriteAsync(Page(request.FromIndex, 2));
            await responses.WriteAsync(Page(request.FromIndex + 2, 1));
        };
        await using CrimeAuditClient client = server.Connect();

        Assert.Equal(new long[] { 5, 6, 7 }, await IndexesAsync(client, 5));
    }

    [Fact]
    public async Task A_reading_that_is_interrupted_tells_why_after_what_came()
    {
        await using FakeServer server = await FakeServer.StartAsync();
        server.Ledger.Read = async (_, responses) =>
        {
            await responses.WriteAsync(Page(0, 1));
            throw Statuses.Of(ErrorReason.LedgerDamaged).ToRpcException();
        };
        await using CrimeAuditClient client = server.Connect();
        var came = new List<long>();

        CrimeAuditException thrown = await Assert.ThrowsAsync<CrimeAuditException>(async () =>
        {
            await foreach (LedgerEntry entry in client.Ledger.ReadEntriesAsync(cancellationToken: TestContext.Current.CancellationToken))
            {
                came.Add(entry.EntryIndex);
            }
        });

        Assert.Equal((ErrorReason.LedgerDamaged, 0L), (thrown.Reason, Assert.Single(came)));
    }

    private static async Task<long[]> IndexesAsync(CrimeAuditClient client, long from) =>
        [.. await client.Ledger.ReadEntriesAsync(from, TestContext.Current.CancellationToken).Select(e => e.EntryIndex)
            .ToListAsync(TestContext.Current.CancellationToken)];

    private static ReadEntriesResponse Page(long from, int count) => new()
    {
        Entries = { Enumerable.Range(0, count).Select(i => new LedgerEntry { EntryIndex = from + i }) },
        TreeSize = 100,
    };
}
