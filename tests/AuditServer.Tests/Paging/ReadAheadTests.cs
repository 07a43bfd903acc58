using System.Globalization;
using AuditServer.Paging;

namespace AuditServer.Tests.Paging;

public sealed class ReadAheadTests
{
    private readonly SemaphoreSlim begun = new(0);
    private int read;
    private bool isClosed;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_come_in_their_order_up_to_the_last()
    {
        var pages = new List<string>();
        await foreach (string page in ReadAhead.WalkAsync(token => NextAsync(last: 5), Cancel))
        {
            pages.Add(page);
        }

        Assert.Equal(["1", "2", "3", "4", "5"], pages);
    }

    [Fact]
    public async Task While_a_page_is_told_the_next_one_is_read_and_no_further_one()
    {
        await using IAsyncEnumerator<string> walk = ReadAhead.WalkAsync(token => NextAsync(last: 5), Cancel).GetAsyncEnumerator(Cancel);
        Assert.True(await walk.MoveNextAsync());
        await BegunAsync(2);
        Assert.Equal(("1", 2), (walk.Current, read));

        Assert.True(await walk.MoveNextAsync());
        await BegunAsync(1);
        Assert.Equal(("2", 3), (walk.Current, read));
    }

    [Fact]
    public async Task The_page_that_is_being_read_does_not_outlive_a_walk_that_is_left()
    {
        bool isEnded = false;
        await using (IAsyncEnumerator<string> walk = ReadAhead.WalkAsync(NeverSecondAsync, Cancel).GetAsyncEnumerator(Cancel))
        {
            Assert.True(await walk.MoveNextAsync());
            await BegunAsync(2);
            Assert.False(isEnded);
        }

        Assert.True(isEnded);

        async Task<string?> NeverSecondAsync(CancellationToken token)
        {
            string? page = await NextAsync(last: 2);
            try
            {
                await (page == "2" ? Task.Delay(Timeout.InfiniteTimeSpan, token) : Task.CompletedTask);
            }
            finally
            {
                isEnded = page == "2";
            }

            return page;
        }
    }

    [Fact]
    public async Task A_page_that_cannot_be_read_fails_the_walk_where_it_stands_and_not_before()
    {
        var pages = new List<string>();
        await Assert.ThrowsAsync<IOException>(async () =>
        {
            await foreach (string page in ReadAhead.WalkAsync(
                async token => await NextAsync(last: 3) is { } page && page != "3" ? page : throw new IOException("gone"), Cancel))
            {
                pages.Add(page);
            }
        });
        Assert.Equal(["1", "2"], pages);
    }

    [Fact]
    public async Task A_reading_of_pages_is_walked_to_its_end()
    {
        var pages = new List<string>();
        await foreach (string page in ReadAhead.WalkAsync(ReadingAsync(last: 5), Cancel))
        {
            pages.Add(page);
        }

        Assert.Equal(["1", "2", "3", "4", "5"], pages);
        Assert.True(isClosed);
    }

    [Fact]
    public async Task A_reading_is_closed_behind_a_walk_that_is_left_and_reads_no_more_than_one_page_ahead()
    {
        await using (IAsyncEnumerator<string> walk = ReadAhead.WalkAsync(ReadingAsync(last: 5), Cancel).GetAsyncEnumerator(Cancel))
        {
            Assert.True(await walk.MoveNextAsync());
            await BegunAsync(2);
            Assert.False(isClosed);
        }

        Assert.True(isClosed);
        Assert.Equal(2, read);
    }

    private async IAsyncEnumerable<string> ReadingAsync(int last)
    {
        try
        {
            while (await NextAsync(last) is { } page)
            {
                yield return page;
            }
        }
        finally
        {
            isClosed = true;
        }
    }

    private Task<string?> NextAsync(int last)
    {
        read++;
        begun.Release();
        return Task.FromResult(read > last ? null : read.ToString(CultureInfo.InvariantCulture));
    }

    private async Task BegunAsync(int pages)
    {
        for (int i = 0; i < pages; i++)
        {
            await begun.WaitAsync(Cancel);
        }
    }
}
