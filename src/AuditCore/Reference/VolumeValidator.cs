namespace AuditCore.Reference;

/// <summary>Finds everything that keeps rows from making a volume set.</summary>
public static class VolumeValidator
{
    // A year apart is how the oldest tables stand; further apart, a straight line says nothing.
    private const int LongestGapInDays = 366;

    // Far past what England and Wales record in a year, and sums of any number of rows stay numbers.
    private const long LargestCount = 1_000_000_000;

    /// <summary>
    /// Checks rows: known force, period that ends with a month, a count of up to 1,000,000,000 either way, category of a single group or of fraud, no category twice in a period;
    /// and whole: every category that any force has for a period end, each force with figures for that end has too
    /// (an absent row would silently lower the volume), no group without a category, no negative total, no more than a year between period ends.
    /// </summary>
    /// <param name="rows">The rows, in any order.</param>
    /// <returns>All problems; empty when the rows make a set.</returns>
    public static IReadOnlyList<DataProblem> Validate(IReadOnlyList<VolumeRow> rows)
    {
        List<DataProblem> problems = [];
        List<CountedRow> counted = [];
        HashSet<(string, DateOnly, string)> seen = [];
        bool isAnySound = false;
        foreach (VolumeRow row in rows)
        {
            PublishedCategory category = PublishedCategories.Classify(row.Category);
            if (!CheckRow(row, category, seen, problems)) continue;
            isAnySound = true;
            if (category.Group != OffenceGroup.Unknown) counted.Add(new(row, category));
        }
        if (rows.Count == 0) problems.Add(new(null, "there are no rows"));
        if (isAnySound && counted.Count == 0) problems.Add(new(null, "all rows are of fraud, which is left out of volumes"));
        foreach (IGrouping<DateOnly, CountedRow> period in counted.GroupBy(row => row.Row.PeriodEnd).OrderBy(period => period.Key))
            CheckPeriod(period, problems);
        foreach (IGrouping<string, CountedRow> force in counted.GroupBy(row => row.Row.Force, StringComparer.Ordinal))
            CheckGaps(force.Key, [.. force.Select(row => row.Row.PeriodEnd).Distinct().Order()], problems);
        return problems;
    }

    private static bool CheckRow(
        VolumeRow row, PublishedCategory category, HashSet<(string Force, DateOnly End, string Category)> seen, List<DataProblem> problems)
    {
        int before = problems.Count;
        if (Forces.Find(row.Force) is null) problems.Add(new(row.Line, $"force '{row.Force}' is not known"));
        if (row.PeriodEnd.Day != DateTime.DaysInMonth(row.PeriodEnd.Year, row.PeriodEnd.Month))
            problems.Add(new(row.Line, FormattableString.Invariant($"{row.PeriodEnd:yyyy-MM-dd} is not the last day of a month")));
        if (row.Count is < -LargestCount or > LargestCount)
            problems.Add(new(row.Line, FormattableString.Invariant($"{row.Count} is no number of crimes; {LargestCount} either way is allowed")));
        if (!category.IsKnown)
            problems.Add(new(row.Line, $"category '{category.Name}' is not known"));
        else if (category.Group == OffenceGroup.Unknown && category.Class != OffenceClass.Fraud)
            problems.Add(new(row.Line, $"category '{category.Name}' belongs to no single group"));
        if (!seen.Add((row.Force, row.PeriodEnd, category.Name)))
            problems.Add(new(
                row.Line, FormattableString.Invariant($"'{category.Name}' of {row.Force} to {row.PeriodEnd:yyyy-MM-dd} is given twice")));
        return problems.Count == before;
    }

    private static void CheckPeriod(IGrouping<DateOnly, CountedRow> period, List<DataProblem> problems)
    {
        PublishedCategory[] categories = [.. period.Select(row => row.Category).DistinctBy(category => category.Name, StringComparer.Ordinal)];
        foreach (OffenceGroup group in new[] { OffenceGroup.Violence, OffenceGroup.Sexual, OffenceGroup.Other })
            if (categories.All(category => category.Group != group))
                problems.Add(new(null, FormattableString.Invariant($"12 months to {period.Key:yyyy-MM-dd}: no figures of group {group}")));
        foreach (IGrouping<string, CountedRow> force in period.GroupBy(row => row.Row.Force, StringComparer.Ordinal))
        {
            string where = FormattableString.Invariant($"{force.Key}, 12 months to {period.Key:yyyy-MM-dd}");
            string[] missing =
                [.. categories.Select(category => category.Name).Except(force.Select(row => row.Category.Name)).Order(StringComparer.Ordinal)];
            if (missing.Length > 0) problems.Add(new(null, $"{where}: no figure of {string.Join(", ", missing)}"));
            if (force.Sum(row => row.Row.Count) < 0) problems.Add(new(null, $"{where}: the total is negative"));
        }
    }

    private static void CheckGaps(string force, DateOnly[] ends, List<DataProblem> problems)
    {
        for (int i = 1; i < ends.Length; i++)
            if (ends[i].DayNumber - ends[i - 1].DayNumber > LongestGapInDays)
                problems.Add(new(
                    null, FormattableString.Invariant($"{force}: no figures between {ends[i - 1]:yyyy-MM-dd} and {ends[i]:yyyy-MM-dd}")));
    }

    private readonly record struct CountedRow(VolumeRow Row, PublishedCategory Category);
}
