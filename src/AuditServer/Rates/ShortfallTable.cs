using AuditCore.Estimation;
using AuditCore.Reference;

namespace AuditServer.Rates;

/// <summary>Crimes judged and those of them that fall short, by the levels of one factor, class by class.</summary>
/// <param name="factor">Name of the factor.</param>
/// <param name="isExclusive">A crime is at one level. Of qualifiers and domains it can be at several.</param>
/// <param name="isOffenceClass">The factor is the offence class itself, so that there is nothing within classes.</param>
internal sealed class ShortfallTable(string factor, bool isExclusive = true, bool isOffenceClass = false)
{
    /// <summary>Where nothing was told of a factor.</summary>
    public const string None = "(none)";

    private const string Other = "(other)";

    private readonly SortedDictionary<string, ShortfallCounts> levels = new(StringComparer.Ordinal);

    /// <summary>Counts crimes of a class at a level.</summary>
    public void Add(string level, OffenceClass offenceClass, long crimes, long shortfalls)
    {
        if (!levels.TryGetValue(level, out ShortfallCounts? counts))
        {
            levels.Add(level, counts = new ShortfallCounts());
        }

        counts.Add(offenceClass, crimes, shortfalls);
    }

    /// <summary>The levels to show, the most counted first, each against the rest; none where there is only one.</summary>
    /// <param name="whole">All crimes that the factor tells apart.</param>
    /// <param name="most">How many levels at most: which are shown must not depend on how much falls short there.</param>
    public IEnumerable<LevelCounts> Levels(ShortfallCounts whole, int most)
    {
        KeyValuePair<string, ShortfallCounts>[] counted = [.. levels.Where(l => l.Value.Crimes > 0).OrderByDescending(l => l.Value.Crimes)];
        if (counted.Length < 2)
        {
            return [];
        }

        IEnumerable<LevelCounts> shown = counted.Take(most).Select(l => Against(whole, l.Key, l.Value));
        return counted.Length <= most || !isExclusive
            ? shown
            : shown.Append(Against(whole, Other, ShortfallCounts.Sum(counted.Skip(most).Select(l => l.Value))));
    }

    private LevelCounts Against(ShortfallCounts whole, string level, ShortfallCounts counts) => new(
        factor,
        level,
        isOffenceClass
            ? [ShortfallCounts.Fourfold((counts.Crimes, counts.Shortfalls), (whole.Crimes, whole.Shortfalls))]
            : [.. whole.Classes.Select(c => ShortfallCounts.Fourfold(counts.Of(c), whole.Of(c)))]);
}
