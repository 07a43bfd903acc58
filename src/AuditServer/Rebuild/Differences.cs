namespace AuditServer.Rebuild;

/// <summary>Collects differences: the first ones, and how many there are.</summary>
internal sealed class Differences
{
    /// <summary>How many are kept.</summary>
    public const int Kept = 100;

    private readonly List<Difference> first = [];

    /// <summary>The first ones, in the order of the tables and of their keys.</summary>
    public IReadOnlyList<Difference> First => first;

    public long Count { get; private set; }

    public void Add(Difference difference)
    {
        Count++;
        if (first.Count < Kept)
        {
            first.Add(difference);
        }
    }
}
