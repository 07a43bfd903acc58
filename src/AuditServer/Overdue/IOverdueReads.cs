using AuditServer.Incidents;
using AuditServer.Rates;
using AuditServer.Sequencing;

namespace AuditServer.Overdue;

/// <summary>What lists of overdue crimes need of an engine.</summary>
internal interface IOverdueReads
{
    /// <summary>A page of the due crimes of some forces, worst first, with counts and freshness, in one snapshot.</summary>
    ValueTask<OverduePage> ReadAsync(OverdueQuery query, CancellationToken cancel);

    /// <summary>When each sending system of some forces was last heard of.</summary>
    ValueTask<IReadOnlyList<(string Force, IReadOnlyList<SourceRow> Sources)>> ReadSourcesAsync(
        IReadOnlyList<string> forces, CancellationToken cancel);

    /// <summary>Open crimes of any force whose deadline lies in given ranges, and what comes after these, in one snapshot.</summary>
    ValueTask<DeadlineLook> LookAsync(IReadOnlyList<DeadlineRange> ranges, CancellationToken cancel);
}

/// <summary>Which due crimes, after which one, and how many.</summary>
/// <param name="Forces">Slugs of the forces.</param>
/// <param name="NowMicros">What is due before this is overdue.</param>
/// <param name="DueBeforeMicros">Only what is due before this.</param>
/// <param name="Classes">Bit c is set when offences of class c are wanted.</param>
/// <param name="Origin">0: alleged and presumed crimes; 1: alleged ones; 2: presumed ones.</param>
/// <param name="After">Where the page before ended; null: the first page, with counts.</param>
/// <param name="PageSize">How many at most.</param>
internal sealed record OverdueQuery(
    IReadOnlyList<string> Forces, long NowMicros, long DueBeforeMicros, int Classes, int Origin, OverduePosition? After, int PageSize);

/// <summary>A page of due crimes, worst first over all forces.</summary>
/// <param name="Crimes">The crimes.</param>
/// <param name="Counts">Counts of the whole list; none but on the first page.</param>
/// <param name="Sources">When each sending system of each force was last heard of.</param>
/// <param name="Head">Where the log ended.</param>
internal sealed record OverduePage(
    IReadOnlyList<OverdueRow> Crimes,
    IReadOnlyList<DueCount> Counts,
    IReadOnlyList<(string Force, IReadOnlyList<SourceRow> Sources)> Sources,
    LogHead Head);

/// <summary>A range of deadlines.</summary>
/// <param name="FromMicros">The first.</param>
/// <param name="ToMicros">After the last.</param>
internal readonly record struct DeadlineRange(long FromMicros, long ToMicros);

/// <summary>What there is about ranges of deadlines.</summary>
/// <param name="Crimes">The open crimes in each range.</param>
/// <param name="Next">The next deadline after each range; null where there is none.</param>
/// <param name="Head">Where the log ended.</param>
internal sealed record DeadlineLook(
    IReadOnlyList<IReadOnlyList<OverdueRow>> Crimes, IReadOnlyList<long?> Next, LogHead Head);

/// <summary>Due crimes of a class.</summary>
internal sealed record DueCount
{
    public int Class { get; init; }

    /// <summary>1 for presumed crimes, 0 for alleged ones.</summary>
    public int Presumed { get; init; }

    /// <summary>Past their deadline.</summary>
    public long Overdue { get; init; }

    /// <summary>With those whose deadline is still ahead.</summary>
    public long Number { get; init; }
}
