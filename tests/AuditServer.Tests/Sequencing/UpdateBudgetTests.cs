using AuditServer.Sequencing;

namespace AuditServer.Tests.Sequencing;

public sealed class UpdateBudgetTests
{
    private readonly UpdateBudget budget = new(10);

    [Fact]
    public void Room_is_taken_until_there_is_none_and_given_back()
    {
        Assert.True(budget.TryTake(6));
        Assert.True(budget.TryTake(4));
        Assert.False(budget.TryTake(1));
        budget.Release(4);
        Assert.True(budget.TryTake(1));
    }

    [Fact]
    public async Task Waiters_are_let_in_in_the_order_they_came()
    {
        Assert.True(budget.TryTake(10));
        Task large = Take(8);
        Task small = Take(1);
        budget.Release(4);
        Assert.False(large.IsCompleted);
        Assert.False(small.IsCompleted); // it would fit, but the large one came first

        budget.Release(2);
        Assert.False(large.IsCompleted);
        budget.Release(2);
        await large;
        Assert.False(small.IsCompleted); // 2 and 8 are taken
        budget.Release(2);
        await small;
    }

    [Fact]
    public async Task Nobody_passes_those_who_wait()
    {
        Assert.True(budget.TryTake(5));
        Task waiting = Take(6);
        Assert.False(budget.TryTake(1));
        budget.Release(5);
        await waiting;
        Assert.True(budget.TryTake(4));
    }

    [Fact]
    public async Task A_cancelled_waiter_gives_way()
    {
        using var cancel = new CancellationTokenSource();
        Assert.True(budget.TryTake(10));
        Task leaving = budget.TakeAsync(10, cancel.Token).AsTask();
        Task staying = Take(2);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaving);
        budget.Release(2);
        await staying;

        budget.Release(10);
        Assert.True(budget.TryTake(10)); // what the one that left asked for is not held
    }

    [Fact]
    public async Task What_is_larger_than_the_whole_budget_is_let_in_alone()
    {
        Assert.True(budget.TryTake(1));
        Assert.False(budget.TryTake(11));
        Task large = Take(11);
        budget.Release(1);
        await large;
        Assert.False(budget.TryTake(1));
        budget.Release(11);
        Assert.True(budget.TryTake(1));
    }

    private Task Take(int updates) => budget.TakeAsync(updates, TestContext.Current.CancellationToken).AsTask();
}
