using AuditServer.Overdue;
using AuditServer.Overdue.Watching;
using AuditServer.Sequencing;
using Microsoft.Extensions.Time.Testing;

namespace AuditServer.Tests.Overdue;

/// <summary>Whenever a list is read, what is told after it makes of it the list of any later time.</summary>
public sealed class OverdueListsTests
{
    private readonly FakeTimeProvider clock = new(Kent.Start);
    private readonly OverdueAudience audience = new();
    private readonly OpenCrimes crimes;
    private readonly List<ListKept> lists = [];

    public OverdueListsTests()
    {
        crimes = new OpenCrimes(clock);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, 500)]
    [InlineData(2, 500)]
    [InlineData(3, 500)]
    [InlineData(4, 500)]
    [InlineData(5, 1)]
    [InlineData(6, 2)]
    [InlineData(7, 2)]
    [InlineData(8, 3)]
    public async Task A_list_and_what_is_told_after_it_are_the_list_of_the_end(int seed, int slice)
    {
        var tracker = new OverdueTracker(crimes, crimes, crimes, new OverdueHistories(Kent.Reference), Kent.Sources(), audience, slice);
        var random = new Random(seed);
        await tracker.BeginAsync(clock.GetUtcNow(), Cancel);
        int reports = 0;
        for (int step = 0; step < 300; step++)
        {
            switch (random.Next(6))
            {
                case 0 or 1:
                    crimes.Tell(Kent.Report($"r{reports++}", clock.GetUtcNow().AddHours(-random.Next(30))));
                    break;
                case 2 when reports > 0:
                    crimes.Tell(Kent.Answer($"r{random.Next(reports)}", clock.GetUtcNow()));
                    break;
                case 3:
                    clock.Advance(TimeSpan.FromMinutes(random.Next(1, 180)));
                    break;
                case 4:
                    await LookAsync(tracker);
                    break;
                default:
                    await BeginOrReadAsync(random);
                    break;
            }
        }

        await Task.WhenAll(lists.Select(l => l.ReadAsync(crimes, clock, Cancel)));
        do
        {
            await LookAsync(tracker);
        }
        while (tracker.IsBehind);
        Assert.NotEmpty(lists);
        foreach (ListKept list in lists)
        {
            list.TakeAll();
            Assert.Equal(await list.ThereAsync(crimes, clock, Cancel), list.Crimes);
            Assert.Equal(list.Passed.Distinct(), list.Passed);
        }
    }

    /// <summary>A watch joins, and reads its list at some later step.</summary>
    private async Task BeginOrReadAsync(Random random)
    {
        if (lists.Find(l => !l.IsRead) is { } waiting && random.Next(2) == 0)
        {
            await waiting.ReadAsync(crimes, clock, Cancel);
        }
        else
        {
            lists.Add(new ListKept(audience, TimeSpan.FromHours(random.Next(2) * 3)));
        }
    }

    private async Task LookAsync(OverdueTracker tracker) => await tracker.LookAsync(clock.GetUtcNow(), audience.Aheads, Cancel);
}
