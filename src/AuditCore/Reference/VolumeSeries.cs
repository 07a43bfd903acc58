namespace AuditCore.Reference;

/// <summary>The figures of one force, by end of 12 months.</summary>
internal sealed class VolumeSeries
{
    private readonly DateOnly[] _ends;
    private readonly Sums[] _sums;

    private VolumeSeries(Dictionary<DateOnly, Sums> byEnd)
    {
        _ends = [.. byEnd.Keys.Order()];
        _sums = [.. _ends.Select(end => byEnd[end])];
    }

    public VolumeCoverage Coverage => new(_ends[0], _ends[^1]);

    public IReadOnlyList<DateOnly> Ends => _ends;

    /// <summary>One series per force, from sound rows; those of fraud are left out.</summary>
    public static IReadOnlyDictionary<string, VolumeSeries> ByForce(IEnumerable<VolumeRow> rows)
    {
        Dictionary<string, Dictionary<DateOnly, Sums>> forces = new(StringComparer.Ordinal);
        foreach (VolumeRow row in rows)
        {
            OffenceGroup group = PublishedCategories.Classify(row.Category).Group;
            if (group == OffenceGroup.Unknown) continue;
            if (!forces.TryGetValue(row.Force, out Dictionary<DateOnly, Sums>? byEnd)) forces.Add(row.Force, byEnd = []);
            byEnd[row.PeriodEnd] = byEnd.GetValueOrDefault(row.PeriodEnd).Plus(group, row.Count);
        }
        return forces.ToDictionary(force => force.Key, force => new VolumeSeries(force.Value), StringComparer.Ordinal);
    }

    /// <summary>The volume at a date; null outside the coverage.</summary>
    public CrimeVolume? At(DateOnly to)
    {
        int found = Array.BinarySearch(_ends, to);
        if (found >= 0) return Between(_sums[found], _sums[found], 0, 1);
        int after = ~found;
        if (after == 0 || after == _ends.Length) return null;
        DateOnly before = _ends[after - 1];
        return Between(_sums[after - 1], _sums[after], to.DayNumber - before.DayNumber, _ends[after].DayNumber - before.DayNumber);
    }

    private static CrimeVolume Between(Sums from, Sums to, int days, int length)
    {
        return new(Linear(from.Violence, to.Violence), Linear(from.Sexual, to.Sexual), Linear(from.Other, to.Other), Linear(from.Total, to.Total));

        double Linear(long a, long b) => a + ((double)((b - a) * days) / length);
    }

    private readonly record struct Sums(long Violence, long Sexual, long Other)
    {
        public long Total => Violence + Sexual + Other;

        public Sums Plus(OffenceGroup group, long count) => group switch
        {
            OffenceGroup.Violence => this with { Violence = Violence + count },
            OffenceGroup.Sexual => this with { Sexual = Sexual + count },
            OffenceGroup.Other => this with { Other = Other + count },
            _ => this,
        };
    }
}
