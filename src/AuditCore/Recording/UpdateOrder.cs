using CrimeAudit.V1;
using Change = CrimeAudit.V1.IncidentUpdate.ChangeOneofCase;

namespace AuditCore.Recording;

/// <summary>
/// The order in which the updates of one incident are read: by what happened, never by when it arrived. Event time,
/// then the sender's own sequence where it keeps one, then the rank of the change, then sender and request id, so the
/// order is total and the same on every machine.
/// </summary>
public sealed class UpdateOrder : IComparer<LoggedUpdate>
{
    /// <summary>The only instance: the order has no settings.</summary>
    public static UpdateOrder Instance { get; } = new();

    private UpdateOrder()
    {
    }

    /// <summary>Compares two updates of one incident.</summary>
    /// <param name="x">One update.</param>
    /// <param name="y">The other.</param>
    public int Compare(LoggedUpdate? x, LoggedUpdate? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        IncidentUpdate a = x.Update;
        IncidentUpdate b = y.Update;
        int order = Nanoseconds(a).CompareTo(Nanoseconds(b));
        if (order != 0)
        {
            return order;
        }

        order = Sequence(a).CompareTo(Sequence(b));
        if (order != 0)
        {
            return order;
        }

        order = Rank(a.ChangeCase).CompareTo(Rank(b.ChangeCase));
        if (order != 0)
        {
            return order;
        }

        order = string.CompareOrdinal(a.Sender.SourceSystem, b.Sender.SourceSystem);
        return order != 0 ? order : string.CompareOrdinal(a.Sender.RequestId, b.Sender.RequestId);
    }

    private static Int128 Nanoseconds(IncidentUpdate update) =>
        ((Int128)update.EventTime.Time.Seconds * 1_000_000_000) + update.EventTime.Time.Nanos;

    /// <summary>A sender without a sequence comes after those of the same time that have one.</summary>
    private static long Sequence(IncidentUpdate update) => update.HasSourceSequence ? update.SourceSequence : long.MaxValue;

    /// <summary>
    /// At the same minute an incident is opened before anything else is said of it, a crime is alleged before it is
    /// recorded, recorded before it is reclassified or cancelled, and all of it happens before the incident is closed.
    /// </summary>
    private static int Rank(Change change) => change switch
    {
        Change.Opened => 0,
        Change.Reopened => 1,
        Change.Recoded => 2,
        Change.QualifiersChanged => 3,
        Change.CrimeAlleged => 4,
        Change.RecordingDelayed => 5,
        Change.CrimeRecorded => 6,
        Change.CrimeReclassified => 7,
        Change.CrimeCancelled => 8,
        Change.ReportedIncidentRecorded => 9,
        Change.CrimeNotRecorded => 10,
        Change.Closed => 11,
        Change.Withdrawn => 12,
        _ => 13,
    };
}
