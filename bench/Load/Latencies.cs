namespace Bench.Load;

/// <summary>How long calls took. Every call counts, none is sampled.</summary>
internal sealed class Latencies
{
    private readonly Lock gate = new();
    private readonly List<double> milliseconds = [];

    /// <summary>How many there are.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                return milliseconds.Count;
            }
        }
    }

    /// <summary>Adds one.</summary>
    public void Add(TimeSpan took)
    {
        lock (gate)
        {
            milliseconds.Add(took.TotalMilliseconds);
        }
    }

    /// <summary>Adds those of others.</summary>
    public void AddAll(IEnumerable<Latencies> others)
    {
        double[] added = [.. others.SelectMany(o => o.Copy())];
        lock (gate)
        {
            milliseconds.AddRange(added);
        }
    }

    /// <summary>The least time within which a share of the calls was over, ms.</summary>
    /// <param name="share">0.5 for the median, 0.99 for all but one in a hundred.</param>
    /// <exception cref="InvalidOperationException">There are none.</exception>
    public double Quantile(double share)
    {
        lock (gate)
        {
            if (milliseconds.Count == 0)
            {
                throw new InvalidOperationException("Nothing was timed.");
            }

            milliseconds.Sort();
            return milliseconds[Math.Max(0, (int)Math.Ceiling(share * milliseconds.Count) - 1)];
        }
    }

    private double[] Copy()
    {
        lock (gate)
        {
            return [.. milliseconds];
        }
    }
}
