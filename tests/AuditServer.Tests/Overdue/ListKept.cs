using AuditServer.Overdue;
using AuditServer.Overdue.Watching;
using AuditServer.Sequencing;

namespace AuditServer.Tests.Overdue;

/// <summary>A list of overdue crimes as somebody keeps it who watches.</summary>
internal sealed class ListKept(OverdueAudience audience, TimeSpan within)
{
    private const int All = 1_000;

    private readonly OverdueFilter filter = Kent.Filter(within);
    private readonly OverdueSubscription told = audience.Join(Kent.Filter(within), All);
    private readonly Dictionary<string, OverdueRow> crimes = [];
    private OverdueFollower? follower;

    public bool IsRead => follower is not null;

    /// <summary>The crimes listed, worst first.</summary>
    public IEnumerable<OverdueRow> Crimes => crimes.Values.OrderBy(c => c.Position);

    /// <summary>The crimes whose deadline was told to have passed, in order.</summary>
    public List<string> Passed { get; } = [];

    /// <summary>Reads the list, unless it was read.</summary>
    public async Task ReadAsync(OpenCrimes reads, TimeProvider clock, CancellationToken cancel)
    {
        if (follower is not null)
        {
            return;
        }

        WatchPoint since = await told.Ready.WaitAsync(cancel);
        long now = Math.Max(since.Micros, Micros.Of(clock.GetUtcNow()));
        OverduePage page = await reads.ReadAsync(filter.At(now, All), cancel);
        foreach (OverdueRow crime in page.Crimes)
        {
            crimes[crime.AllegedRef] = crime;
        }

        follower = new OverdueFollower(filter, page.Crimes, new WatchPoint(page.Head.Size, now));
    }

    /// <summary>Takes in all that was told.</summary>
    public void TakeAll()
    {
        while (told.Events.TryRead(out OverdueEvent? happened))
        {
            foreach (OverdueChange change in follower!.Take(happened))
            {
                Take(change);
            }
        }
    }

    /// <summary>The list as it is read now.</summary>
    public async Task<IEnumerable<OverdueRow>> ThereAsync(OpenCrimes reads, TimeProvider clock, CancellationToken cancel) =>
        (await reads.ReadAsync(filter.At(Micros.Of(clock.GetUtcNow()), All), cancel)).Crimes;

    private void Take(OverdueChange change)
    {
        if (change.Kind == OverdueChangeKind.Resolved)
        {
            Assert.True(crimes.Remove(change.Crime.AllegedRef), $"{change.Crime.AllegedRef} was not listed");
            return;
        }

        crimes[change.Crime.AllegedRef] = change.Crime;
        if (change.Kind == OverdueChangeKind.Passed)
        {
            Passed.Add(change.Crime.AllegedRef);
        }
    }
}
