namespace AuditCore.Estimation;

/// <summary>
/// Adjusts p-values of many comparisons so that at most the chosen share of those called significant is expected to be so by chance
/// (Benjamini and Hochberg 1995, Journal of the Royal Statistical Society B 57:289–300).
/// </summary>
public static class BenjaminiHochberg
{
    /// <summary>Adjusted p-values: of the i-th smallest of m, the least of p_j · m / j over j ≥ i, at most 1; as R's <c>p.adjust(method = "BH")</c>.</summary>
    /// <param name="pValues">p-values, each 0 to 1; all that were looked at, not only those that look good.</param>
    /// <returns>The adjusted ones, in the same order.</returns>
    /// <exception cref="ArgumentException">A value is not a probability.</exception>
    public static IReadOnlyList<double> Adjust(IReadOnlyList<double> pValues)
    {
        ArgumentNullException.ThrowIfNull(pValues);
        if (pValues.Any(p => p is not (>= 0 and <= 1)))
            throw new ArgumentException("A p-value is a number from 0 to 1.", nameof(pValues));
        int[] ascending = [.. Enumerable.Range(0, pValues.Count).OrderBy(i => pValues[i])];
        double[] adjusted = new double[pValues.Count];
        double least = 1;
        for (int rank = ascending.Length; rank >= 1; rank--)
        {
            int place = ascending[rank - 1];
            least = Math.Min(least, pValues[place] * pValues.Count / rank);
            adjusted[place] = least;
        }
        return adjusted;
    }

    /// <summary>As <see cref="Adjust(IReadOnlyList{double})"/>, where some comparisons have no p-value: these are not of the family.</summary>
    /// <param name="pValues">p-values, or null.</param>
    /// <returns>The adjusted ones in the same order, null where there was none.</returns>
    /// <exception cref="ArgumentException">A value is not a probability.</exception>
    public static IReadOnlyList<double?> AdjustKnown(IReadOnlyList<double?> pValues)
    {
        ArgumentNullException.ThrowIfNull(pValues);
        IReadOnlyList<double> adjusted = Adjust([.. pValues.OfType<double>()]);
        int next = 0;
        return [.. pValues.Select(p => p is null ? (double?)null : adjusted[next++])];
    }
}
