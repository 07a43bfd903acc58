using AuditCore.Estimation;
using AuditCore.Reference;

namespace AuditServer.Rates;

/// <summary>Crimes judged, and those of them that fall short, by offence class.</summary>
internal sealed class ShortfallCounts
{
    private readonly SortedDictionary<OffenceClass, (long Crimes, long Shortfalls)> byClass = [];

    public long Crimes => byClass.Values.Sum(c => c.Crimes);

    public long Shortfalls => byClass.Values.Sum(c => c.Shortfalls);

    public IEnumerable<OffenceClass> Classes => byClass.Keys;

    public static ShortfallCounts Sum(IEnumerable<ShortfallCounts> counts)
    {
        var sum = new ShortfallCounts();
        foreach (ShortfallCounts one in counts)
        {
            foreach ((OffenceClass offenceClass, (long crimes, long shortfalls)) in one.byClass)
            {
                sum.Add(offenceClass, crimes, shortfalls);
            }
        }

        return sum;
    }

    /// <summary>A part of the crimes against the rest of the whole.</summary>
    public static FourfoldTable Fourfold((long Crimes, long Shortfalls) part, (long Crimes, long Shortfalls) whole)
    {
        (long rest, long restShort) = (whole.Crimes - part.Crimes, whole.Shortfalls - part.Shortfalls);
        return new FourfoldTable(part.Shortfalls, part.Crimes - part.Shortfalls, restShort, rest - restShort);
    }

    public void Add(OffenceClass offenceClass, long crimes, long shortfalls)
    {
        (long before, long shortBefore) = Of(offenceClass);
        byClass[offenceClass] = (before + crimes, shortBefore + shortfalls);
    }

    public (long Crimes, long Shortfalls) Of(OffenceClass offenceClass) => byClass.GetValueOrDefault(offenceClass);
}
