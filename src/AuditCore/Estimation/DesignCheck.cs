namespace AuditCore.Estimation;

/// <summary>Finds everything wrong with a design before any arithmetic.</summary>
internal static class DesignCheck
{
    /// <summary>Checks the strata of a single rate.</summary>
    /// <exception cref="ArgumentException">Names every problem.</exception>
    public static void ThrowIfWrong(IReadOnlyList<Stratum> strata)
    {
        ArgumentNullException.ThrowIfNull(strata);
        List<string> wrong = NamesAndSizes([.. strata.Select(s => (s.Name, s.FrameSize, s.Reports.Count))]);
        foreach (Stratum s in strata)
            Counts(wrong, $"stratum '{s.Name}'", s.Reports);
        ThrowIfAny(wrong);
    }

    /// <summary>Checks the strata of a weighted rate against the groups that have volumes.</summary>
    /// <exception cref="ArgumentException">Names every problem.</exception>
    public static void ThrowIfWrong(IReadOnlyList<GroupVolume> volumes, IReadOnlyList<GroupedStratum> strata)
    {
        ArgumentNullException.ThrowIfNull(volumes);
        ArgumentNullException.ThrowIfNull(strata);
        List<string> wrong = Volumes(volumes);
        wrong.AddRange(NamesAndSizes([.. strata.Select(s => (s.Name, s.FrameSize, s.Reviewed))]));
        foreach (GroupedStratum s in strata)
        {
            foreach (GroupVolume v in volumes.Where(v => !s.Groups.ContainsKey(v.Group)))
                wrong.Add($"stratum '{s.Name}' has no counts of group '{v.Group}'");
            foreach (string group in s.Groups.Keys.Order(StringComparer.Ordinal))
                Group(wrong, s, group, volumes);
        }
        ThrowIfAny(wrong);
    }

    private static void Group(List<string> wrong, GroupedStratum s, string group, IReadOnlyList<GroupVolume> volumes)
    {
        string where = $"stratum '{s.Name}' group '{group}'";
        if (!volumes.Any(v => v.Group == group))
            wrong.Add($"{where} has no volume");
        if (s.Groups[group].Count != s.Reviewed)
            wrong.Add(FormattableString.Invariant($"{where} has {s.Groups[group].Count} reports, another group of the stratum {s.Reviewed}"));
        Counts(wrong, where, s.Groups[group]);
    }

    private static List<string> Volumes(IReadOnlyList<GroupVolume> volumes)
    {
        List<string> wrong = [];
        if (!volumes.Any(v => v.Volume > 0))
            wrong.Add("no group has a volume above 0");
        foreach (GroupVolume v in volumes.Where(v => v.Volume < 0))
            wrong.Add(FormattableString.Invariant($"group '{v.Group}' has a volume of {v.Volume}; it must not be negative"));
        wrong.AddRange(Repeated(volumes.Select(v => v.Group)).Select(name => $"group '{name}' has more than one volume"));
        return wrong;
    }

    private static List<string> NamesAndSizes(IReadOnlyList<(string Name, long FrameSize, int Reviewed)> strata)
    {
        List<string> wrong = [];
        if (strata.Count == 0)
            wrong.Add("there are no strata");
        wrong.AddRange(Repeated(strata.Select(s => s.Name)).Select(name => $"stratum '{name}' is given more than once"));
        foreach ((string name, long size, int reviewed) in strata)
        {
            if (size < 0)
                wrong.Add(FormattableString.Invariant($"stratum '{name}' has a frame size of {size}; it must not be negative"));
            else if (reviewed > size)
                wrong.Add(FormattableString.Invariant($"stratum '{name}' has {reviewed} reviewed reports, more than its frame of {size}"));
        }
        return wrong;
    }

    private static void Counts(List<string> wrong, string where, IReadOnlyList<ReportCounts> reports)
    {
        for (int i = 0; i < reports.Count; i++)
        {
            (int x, int y) = reports[i];
            if (x < 0 || y < 0)
                wrong.Add(FormattableString.Invariant($"{where} report {i + 1} has counts {x} and {y}; neither may be negative"));
            else if (y > x)
                wrong.Add(FormattableString.Invariant($"{where} report {i + 1} has a numerator of {y}, more than its denominator of {x}"));
        }
    }

    private static IEnumerable<string> Repeated(IEnumerable<string> names) =>
        names.GroupBy(name => name, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key);

    private static void ThrowIfAny(List<string> wrong)
    {
        if (wrong.Count > 0)
            throw new ArgumentException($"The design cannot be estimated: {string.Join("; ", wrong)}.");
    }
}
