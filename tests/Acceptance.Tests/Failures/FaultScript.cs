using System.Data.Common;

namespace Acceptance.Tests.Failures;

/// <summary>
/// What is to go wrong, as the test says: each rule fails some of the passages of a point, before or after the statement
/// took effect, or holds one up.
/// </summary>
internal sealed class FaultScript
{
    private readonly Lock gate = new();
    private readonly List<FaultRule> rules = [];

    private TaskCompletionSource struck = NewSignal();

    /// <summary>How many passages failed or were held up.</summary>
    public int Hits { get; private set; }

    /// <summary>What is done to each connection once it is open; null: nothing.</summary>
    public Action<DbConnection>? Opened { get; set; }

    /// <summary>Fails passages of a point.</summary>
    /// <param name="point">The point.</param>
    /// <param name="which">Which passages, counted from 0 from now on.</param>
    /// <param name="failure">What they fail with.</param>
    /// <param name="afterEffect">The statement is run, and its answer lost.</param>
    public void Fail(FaultPoint point, Func<int, bool> which, Func<Exception> failure, bool afterEffect = false) =>
        Add(new FaultRule(point, which, _ => new Injected(failure(), afterEffect, Gate: null)));

    /// <summary>Counts passages of a point as hits, and lets them pass.</summary>
    public void Count(FaultPoint point) =>
        Add(new FaultRule(point, _ => true, _ => new Injected(Failure: null, AfterEffect: false, Gate: null)));

    /// <summary>Fails every passage of every point, as when the engine is out of reach.</summary>
    public void FailAll(Func<Exception> failure)
    {
        foreach (FaultPoint point in Enum.GetValues<FaultPoint>())
        {
            Fail(point, _ => true, failure);
        }
    }

    /// <summary>Fails passages of a point by chance: with any of these failures, before or after the effect.</summary>
    public void FailByChance(FaultPoint point, double chance, Random random, params IReadOnlyList<Func<Exception>> failures) =>
        Add(new FaultRule(
            point,
            _ => random.NextDouble() < chance,
            _ => new Injected(failures[random.Next(failures.Count)](), AfterEffect: random.Next(2) == 0, Gate: null)));

    /// <summary>Holds up the next passage of a point until it is told to go on.</summary>
    public FaultGate Hold(FaultPoint point)
    {
        var held = new FaultGate();
        Add(new FaultRule(point, n => n == 0, _ => new Injected(Failure: null, AfterEffect: false, held)));
        return held;
    }

    /// <summary>Nothing goes wrong any more.</summary>
    public void Mend()
    {
        lock (gate)
        {
            rules.Clear();
        }
    }

    /// <summary>Waits until so many passages have failed or were held up, from the beginning.</summary>
    public async Task HitsAsync(int atLeast, CancellationToken cancel)
    {
        while (true)
        {
            Task next;
            lock (gate)
            {
                if (Hits >= atLeast)
                {
                    return;
                }

                next = struck.Task;
            }

            await next.WaitAsync(cancel);
        }
    }

    /// <summary>What goes wrong with this passage; null: nothing.</summary>
    public Injected? Pass(FaultPoint point)
    {
        lock (gate)
        {
            Injected? injected = null;
            foreach (FaultRule rule in rules.Where(r => r.Point == point))
            {
                // Each rule counts every passage, whichever of them strikes.
                injected = rule.Strikes() && injected is null ? rule.Make(point) : injected;
            }

            if (injected is not null)
            {
                Hits++;
                struck.SetResult();
                struck = NewSignal();
            }

            return injected;
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Add(FaultRule rule)
    {
        lock (gate)
        {
            rules.Add(rule);
        }
    }

    private sealed class FaultRule(FaultPoint point, Func<int, bool> which, Func<FaultPoint, Injected> make)
    {
        private int passed;

        public FaultPoint Point => point;

        public Func<FaultPoint, Injected> Make => make;

        public bool Strikes() => which(passed++);
    }
}
