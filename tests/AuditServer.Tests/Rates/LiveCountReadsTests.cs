using AuditServer.Rates;
using AuditServer.Reference;
using CrimeAudit.V1;

namespace AuditServer.Tests.Rates;

public sealed class LiveCountReadsTests : IAsyncDisposable
{
    private static readonly int[] Year = [.. Enumerable.Range(201_801, 12)];

    private readonly ToldCounts told = new();
    private readonly LiveCountReads reads;

    public LiveCountReadsTests()
    {
        told.Change(Year);
        reads = new LiveCountReads(told);
    }

    private static MonthRange All => AccountedForQuestion.Whole("kent").Months;

    public ValueTask DisposeAsync()
    {
        reads.Dispose();
        return told.DisposeAsync();
    }

    [Fact]
    public async Task Months_that_stand_still_are_read_once()
    {
        Assert.Equal([[All], [], []], [await AskAsync(), await AskAsync(), await AskAsync()]);
    }

    [Fact]
    public async Task A_month_that_moves_is_read_each_time_and_the_others_once_more()
    {
        await AskAsync();
        told.Change(201_812);
        Assert.Equal([new(0, 201_811), new(201_812, All.Last)], await AskAsync());
        told.Change(201_812);
        Assert.Equal([new(201_812, All.Last)], await AskAsync());
        Assert.Equal([new(201_812, All.Last)], await AskAsync());
    }

    [Fact]
    public async Task A_month_that_is_new_and_one_long_past_that_changes_are_counted_at_once()
    {
        await AskAsync();
        told.Change(201_901);
        Assert.Equal([new(0, 201_900), new(201_901, All.Last)], await AskAsync());
        told.Change(201_803);
        Assert.Equal(
            [new(0, 201_802), new(201_804, All.Last), new(201_803, 201_803)], await AskAsync());
    }

    [Fact]
    public async Task A_month_that_came_to_rest_is_not_read_for_ever()
    {
        await AskAsync();
        told.Change(Year);
        await AskAsync();
        Assert.Equal([[All], [All], []], [await AskAsync(), await AskAsync(), await AskAsync()]);
    }

    [Fact]
    public async Task Of_a_log_that_was_set_back_and_went_on_otherwise_everything_is_read_again()
    {
        await AskAsync();
        told.Mark = told.Mark! with { Digest = [1, 2, 4] };
        Assert.Equal([All], await AskAsync());
    }

    [Fact]
    public async Task Of_a_log_that_is_not_known_again_nothing_is_kept()
    {
        told.Mark = null;
        Assert.Equal([[All], [All]], [await AskAsync(), await AskAsync()]);
    }

    [Fact]
    public async Task What_is_kept_is_of_one_force_its_months_and_one_dimension()
    {
        await AskAsync();
        Assert.Equal([All], await AskAsync(AccountedForQuestion.Whole("essex")));
        Assert.Equal([All], await AskAsync(AccountedForQuestion.Whole("kent") with { Breakdown = Breakdown.Area }));
        Assert.Equal([All], await AskAsync(AccountedForQuestion.Whole("kent") with { Breakdown = Breakdown.Channel }));
        var spring = new MonthRange(201_803, 201_805);
        Assert.Equal([spring], await AskAsync(AccountedForQuestion.Whole("kent") with { Months = spring }, expected: 3));
        // By class the same counts suffice for every class.
        AccountedForQuestion whole = AccountedForQuestion.Whole("kent") with { Breakdown = Breakdown.OffenceClass };
        Assert.Equal([All], await AskAsync(whole));
        Assert.Empty(await AskAsync(whole with { Breakdown = Breakdown.OffenceGroup, Classes = 1 << 1 }));
    }

    [Fact]
    public async Task What_does_not_fit_is_read_each_time()
    {
        told.Values = 500_000;
        AccountedForQuestion question = AccountedForQuestion.Whole("kent") with { Breakdown = Breakdown.OpeningCode };
        Assert.Equal([[All], [All]], [await AskAsync(question), await AskAsync(question)]);
    }

    [Fact]
    public async Task Of_months_without_counts_nothing_is_kept()
    {
        AccountedForQuestion empty = AccountedForQuestion.Whole("kent") with { Months = new MonthRange(199_901, 199_912) };
        MonthRange[] once = await AskAsync(empty, expected: 0);
        Assert.Equal([once, once], [await AskAsync(empty, expected: 0), await AskAsync(empty, expected: 0)]);
        Assert.NotEmpty(once);
    }

    [Fact]
    public async Task Whatever_changes_in_whatever_order_the_counts_are_those_of_the_moment()
    {
        var random = new Random(45);
        for (int i = 0; i < 500; i++)
        {
            told.Change([.. Enumerable.Range(0, random.Next(4)).Select(_ => 201_801 + random.Next(random.Next(1, 30)))]);
            await AskAsync();
            await AskAsync(AccountedForQuestion.Whole("kent") with { Breakdown = Breakdown.Area });
        }
    }

    private Task<MonthRange[]> AskAsync() => AskAsync(AccountedForQuestion.Whole("kent"));

    /// <returns>Which months were read.</returns>
    private async Task<MonthRange[]> AskAsync(AccountedForQuestion question, long? expected = null)
    {
        told.Read.Clear();
        LiveCounts counts = await reads.ReadAsync(question, 0, TestContext.Current.CancellationToken);
        Assert.Equal(expected ?? told.Count, AccountedForTable.Of(counts, question.Breakdown, OffenceClassFilter.All).Total.Crimes);
        if (question.Dimension is not null)
        {
            Assert.Equal(told.Count, counts.ByValue.Where(v => v.Value == "v0").Sum(v => v.Number));
        }

        return [.. told.Read];
    }
}
