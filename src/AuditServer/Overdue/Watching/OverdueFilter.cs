using AuditServer.Sequencing;

namespace AuditServer.Overdue.Watching;

/// <summary>Which crimes a watch lists, at any time.</summary>
internal sealed class OverdueFilter(OverdueQuestion question, IReadOnlyList<string> forces)
{
    private readonly HashSet<string> wanted = new(forces, StringComparer.Ordinal);

    /// <summary>Slugs of the forces that it is about, in ordinal order.</summary>
    public IReadOnlyList<string> Forces => forces;

    /// <summary>How far ahead of its deadline a crime comes into the list.</summary>
    public long AheadMicros { get; } = question.Within.Ticks / TimeSpan.TicksPerMicrosecond;

    /// <summary>Whether it wants any crime of a force.</summary>
    public bool IsOf(string force) => wanted.Contains(force);

    /// <summary>Where an open crime stands at a time.</summary>
    public OverdueStage StageOf(OverdueRow crime, long nowMicros) => crime switch
    {
        _ when !Meets(crime) => OverdueStage.Unlisted,
        _ when crime.DeadlineMicros < nowMicros => OverdueStage.Overdue,
        _ when crime.DeadlineMicros < nowMicros + AheadMicros => OverdueStage.Due,
        _ => OverdueStage.Unlisted,
    };

    /// <summary>The question for the list at a time.</summary>
    public OverdueQuery At(long nowMicros, int atMost) =>
        (question with { PageSize = atMost }).At(Micros.ToTime(nowMicros), forces, after: null);

    private bool Meets(OverdueRow crime) =>
        wanted.Contains(crime.Force) &&
        ((question.Classes >> crime.Class) & 1) == 1 &&
        ((int)question.Origin == 0 || crime.Presumed == (int)question.Origin - 1);
}
