namespace AuditCore.Reference;

/// <summary>Finds everything that keeps rows from making a volume set.</summary>
public static class VolumeValidator
{
    // A year apart is how the oldest tables stand; further apart, a straight line says nothing.
    private const int LongestGapInDays = 366;

    /// <summary>
    /// Checks rows: known force, period that ends with a month, category of a single group or of fraud, no category twice in a period;
    /// and whole: every category that any force has for a period end, each force with figures for that end has too
    /// (an absent row would silently lower the volume), no group without a category, no negative total, no more than a year between period ends.
    /// </summary>
    /// <param name="rows">The rows, in any order.</param>
    /// <returns>All problems; empty when the rows make a set.</returns>
    public static IReadOnlyList<DataProblem> Validate(IReadOnlyList<VolumeRow> rows)
    {
        List<DataProblem> problems = [];
        List<VolumeRow> sound = [];
        HashSet<(string, DateOnly, string)> seen = [];
        foreach (VolumeRow row in rows)
        {
            int before = problems.Count;
            CheckRow(row, seen, problems);
            if (problems.Count == before) sound.Add(row);
        }
        if (rows.Count == 0) problems.Add(new(null, "there are no rows"));
        CheckWhole(sound, problems);
        return problems;
    }

    internal static OffenceGroup GroupOf(VolumeRow row) => PublishedCategories.Classify(row.Category).Group;

    // Fraud is part of the tables, not of the volumes.
    internal static bool IsCounted(VolumeRow row) => GroupOf(row) != OffenceGroup.Unknown;

    private static void CheckRow(VolumeRow row, HashSet<(string, DateOnly, string)> seen, List<DataProblem> problems)
    {
        string category = row.Category.Trim();
        PublishedCategory known = PublishedCategories.Classify(category);
        if (Forces.Find(row.Force) is null) problems.Add(new(row.Line, $"force '{row.Force}' is not known"));
        if (row.PeriodEnd.AddDays(1).Day != 1)
            problems.Add(new(row.Line, FormattableString.Invariant($"{row.PeriodEnd:yyyy-MM-dd} is not the last day of a month")));
        if (!known.IsKnown)
            problems.Add(new(row.Line, $"category '{category}' is not known"));
        else if (known.Group == OffenceGroup.Unknown && known.Class != OffenceClass.Fraud)
            problems.Add(new(row.Line, $"category '{category}' belongs to no single group"));
        if (!seen.Add((row.Force, row.PeriodEnd, category.ToUpperInvariant())))
            problems.Add(new(row.Line, FormattableString.Invariant($"'{category}' of {row.Force} to {row.PeriodEnd:yyyy-MM-dd} is given twice")));
    }

    private static void CheckWhole(List<VolumeRow> rows, List<DataProblem> problems)
    {
        List<VolumeRow> counted = [.. rows.Where(IsCounted)];
        if (rows.Count > 0 && counted.Count == 0) problems.Add(new(null, "all rows are of fraud, which is left out of volumes"));
        foreach (IGrouping<DateOnly, VolumeRow> period in counted.GroupBy(row => row.PeriodEnd).OrderBy(period => period.Key))
            CheckPeriod(period, problems);
        foreach (IGrouping<string, VolumeRow> force in counted.GroupBy(row => row.Force, StringComparer.Ordinal))
            CheckGaps(force.Key, [.. force.Select(row => row.PeriodEnd).Distinct().Order()], problems);
    }

    private static void CheckPeriod(IGrouping<DateOnly, VolumeRow> period, List<DataProblem> problems)
    {
        HashSet<string> categories = period.Select(row => row.Category.Trim()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        HashSet<OffenceGroup> groups = [.. categories.Select(category => PublishedCategories.Classify(category).Group)];
        foreach (OffenceGroup group in new[] { OffenceGroup.Violence, OffenceGroup.Sexual, OffenceGroup.Other })
            if (!groups.Contains(group))
                problems.Add(new(null, FormattableString.Invariant($"12 months to {period.Key:yyyy-MM-dd}: no figures of group {group}")));
        foreach (IGrouping<string, VolumeRow> force in period.GroupBy(row => row.Force, StringComparer.Ordinal))
        {
            string where = FormattableString.Invariant($"{force.Key}, 12 months to {period.Key:yyyy-MM-dd}");
            HashSet<string> missing = new(categories, StringComparer.OrdinalIgnoreCase);
            missing.ExceptWith(force.Select(row => row.Category.Trim()));
            if (missing.Count > 0) problems.Add(new(null, $"{where}: no figure of {string.Join(", ", missing.Order(StringComparer.Ordinal))}"));
            if (force.Sum(row => row.Count) < 0) problems.Add(new(null, $"{where}: the total is negative"));
        }
    }

    private static void CheckGaps(string force, DateOnly[] ends, List<DataProblem> problems)
    {
        for (int i = 1; i < ends.Length; i++)
            if (ends[i].DayNumber - ends[i - 1].DayNumber > LongestGapInDays)
                problems.Add(new(null, FormattableString.Invariant($"{force}: no figures between {ends[i - 1]:yyyy-MM-dd} and {ends[i]:yyyy-MM-dd}")));
    }
}
