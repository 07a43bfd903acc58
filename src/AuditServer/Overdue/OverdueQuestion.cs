using AuditServer.Errors;
using AuditServer.Paging;
using AuditServer.Reference;
using AuditServer.Sequencing;
using CrimeAudit.V1;
using Google.Protobuf.WellKnownTypes;

namespace AuditServer.Overdue;

/// <summary>A question for overdue crimes, checked.</summary>
/// <param name="Within">How far ahead to look.</param>
/// <param name="Classes">Bit c is set when offences of class c are wanted.</param>
/// <param name="Origin">Alleged crimes, presumed ones, or either.</param>
/// <param name="PageSize">How many at most.</param>
internal sealed record OverdueQuestion(TimeSpan Within, int Classes, CrimeOrigin Origin, int PageSize)
{
    private static readonly TimeSpan MostWithin = TimeSpan.FromDays(30);

    /// <summary>Reads the question.</summary>
    /// <exception cref="Fault">INVALID_FIELDS.</exception>
    public static OverdueQuestion Read(ListOverdueRequest request)
    {
        var violations = new Violations();
        TimeSpan within = ReadWithin(request.DueWithin, violations);
        int classes = OffenceClassFilter.Read(request.OffenceGroups, request.OffenceClasses, violations);
        violations.Defined("origin", request.Origin, zeroAllowed: true);
        int pageSize = Paging.PageSize.Read(request.PageSize, violations);
        violations.ThrowIfAny();
        return new OverdueQuestion(within, classes, request.Origin, pageSize);
    }

    /// <summary>Reads the question of a watch: the same list.</summary>
    /// <exception cref="Fault">INVALID_FIELDS.</exception>
    public static OverdueQuestion Read(WatchOverdueRequest request) => Read(new ListOverdueRequest
    {
        DueWithin = request.DueWithin,
        OffenceGroups = { request.OffenceGroups },
        OffenceClasses = { request.OffenceClasses },
        Origin = request.Origin,
    });

    /// <summary>The page of some forces at a time.</summary>
    public OverdueQuery At(DateTimeOffset now, IReadOnlyList<string> forces, OverduePosition? after) =>
        new(forces, Micros.Of(now), Micros.Of(now + Within), Classes, (int)Origin, after, PageSize);

    /// <summary>What page tokens are bound to.</summary>
    public string Filter(IReadOnlyList<string> forces) => $"ListOverdue {string.Join(',', forces)} {Within.Ticks} {Classes} {(int)Origin}";

    private static TimeSpan ReadWithin(Duration? duration, Violations violations)
    {
        if (duration is null)
        {
            return TimeSpan.Zero;
        }

        // Seconds first: a duration out of range has no TimeSpan.
        if (duration.Seconds < 0 || duration.Seconds > MostWithin.TotalSeconds || duration.Nanos is < 0 or > 999_999_999 ||
            duration.Nanos % 1_000 != 0 || duration.ToTimeSpan() > MostWithin)
        {
            violations.Add("due_within", "is not a time from 0 to 30 days in whole microseconds");
            return TimeSpan.Zero;
        }

        return duration.ToTimeSpan();
    }
}
