namespace AuditServer.Overdue.Watching;

/// <summary>Time went on: the deadline of an open crime passed, or came within a time that a watch asked about.</summary>
/// <param name="Crime">The crime; nothing was told of its incident in between.</param>
/// <param name="From">The point before.</param>
/// <param name="To">The point after.</param>
internal sealed record DeadlineNeared(OverdueRow Crime, WatchPoint From, WatchPoint To) : OverdueEvent(Crime.Force, From, To);
