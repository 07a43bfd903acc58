using CrimeAudit.V1;

namespace AuditServer.Rates;

/// <summary>The live rate at one moment.</summary>
/// <param name="Response">The answer.</param>
/// <param name="ChangesAt">When it changes if nothing is committed: the next deadline passes or a system falls silent; null: never.</param>
/// <param name="Taken">When it was asked for, by the clock that never steps back.</param>
internal sealed record LiveAnswer(GetAccountedForRateResponse Response, DateTimeOffset? ChangesAt, long Taken)
{
    /// <summary>Where the log ended.</summary>
    public long TreeSize => Response.AsOf.TreeSize;

    /// <summary>Says something else than an earlier answer to the same question, and of a later moment.</summary>
    public bool IsNewsAfter(LiveAnswer told) =>
        (TreeSize, Taken).CompareTo((told.TreeSize, told.Taken)) > 0 && !Figures().Equals(told.Figures());

    private GetAccountedForRateResponse Figures()
    {
        GetAccountedForRateResponse figures = Response.Clone();
        figures.AsOf = null;
        return figures;
    }
}
