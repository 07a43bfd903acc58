namespace AuditServer.Rates;

/// <summary>Months one after the other, both ends with them, each as year × 100 + month; 0 stands for what has no month.</summary>
/// <param name="First">The first.</param>
/// <param name="Last">The last.</param>
internal readonly record struct MonthRange(int First, int Last)
{
    /// <summary>Whether a month is one of them.</summary>
    public bool Contains(int month) => month >= First && month <= Last;
}
