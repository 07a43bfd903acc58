namespace AuditCore.Estimation;

/// <summary>How often two reviewers put the same thing into which categories: a square table of counts.</summary>
public sealed class AgreementTable
{
    private readonly long[] counts;

    /// <summary>An empty table.</summary>
    /// <param name="categories">How many categories there are, at least 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than two.</exception>
    public AgreementTable(int categories)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(categories, 2);
        Categories = categories;
        counts = new long[categories * categories];
    }

    /// <summary>How many categories there are.</summary>
    public int Categories { get; }

    /// <summary>Pairs counted.</summary>
    public long Pairs => counts.Sum();

    /// <summary>Pairs that the first reviewer put into one category and the second into another or the same.</summary>
    /// <param name="first">Category of the first, from 0.</param>
    /// <param name="second">Category of the second.</param>
    public long this[int first, int second] => counts[Place(first, second)];

    /// <summary>Counts pairs.</summary>
    /// <param name="first">Category of the first reviewer, from 0.</param>
    /// <param name="second">Category of the second.</param>
    /// <param name="pairs">How many, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A category that there is not, or a negative number.</exception>
    public void Add(int first, int second, long pairs = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(pairs);
        counts[Place(first, second)] += pairs;
    }

    /// <summary>One category against all others: a table of two categories, the one chosen first.</summary>
    /// <param name="category">The category.</param>
    /// <returns>A new table.</returns>
    public AgreementTable OneAgainstOthers(int category)
    {
        AgreementTable two = new(2);
        for (int first = 0; first < Categories; first++)
        {
            for (int second = 0; second < Categories; second++)
                two.Add(first == category ? 0 : 1, second == category ? 0 : 1, this[first, second]);
        }
        return two;
    }

    /// <summary>Pairs that the first reviewer put into a category.</summary>
    internal long First(int category) => Enumerable.Range(0, Categories).Sum(other => this[category, other]);

    /// <summary>Pairs that the second reviewer put into a category.</summary>
    internal long Second(int category) => Enumerable.Range(0, Categories).Sum(other => this[other, category]);

    private int Place(int first, int second)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfNegative(second);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(first, Categories);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(second, Categories);
        return (first * Categories) + second;
    }
}
