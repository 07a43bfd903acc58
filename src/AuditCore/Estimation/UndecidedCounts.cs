namespace AuditCore.Estimation;

/// <summary>What the reports of a stratum count in a domain while not everything is decided: counted once, for every basis.</summary>
/// <param name="Stratum">The stratum.</param>
/// <param name="Decided">Of the reports whose review stands.</param>
/// <param name="Undecided">Of the others, as first decided.</param>
internal sealed record UndecidedCounts(UndecidedStratum Stratum, IReadOnlyList<ReviewCounts> Decided, IReadOnlyList<ReviewCounts> Undecided)
{
    /// <summary>The stratum on a basis.</summary>
    public UnsettledStratum On(Func<ReviewCounts, ReportCounts> basis)
    {
        ReportCounts[] decided = [.. Decided.Select(basis)];
        int[] undecided = [.. Undecided.Select(c => basis(c).Denominator)];
        return new UnsettledStratum(Stratum.Name, Stratum.FrameSize, decided, undecided, Stratum.Unavailable);
    }
}
