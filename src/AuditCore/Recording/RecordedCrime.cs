using CrimeAudit.V1;

namespace AuditCore.Recording;

/// <summary>What the fold gathers about a crime record.</summary>
internal sealed class RecordedCrime(string crimeRef)
{
    private bool cancelledOnceRecorded;

    public string CrimeRef { get; } = crimeRef;

    /// <summary>As first recorded.</summary>
    public Offence? Offence { get; private set; }

    /// <summary>What it was reclassified as, in order.</summary>
    public List<Offence> Reclassified { get; } = [];

    public Offence OffenceNow => Reclassified.Count > 0 ? Reclassified[^1] : Offence!;

    /// <summary>When it was first recorded; null while only later facts about it are known.</summary>
    public EventTime? RecordedTime { get; private set; }

    public string VictimRef { get; private set; } = "";

    public bool Direct { get; private set; }

    public CancellationReason Cancelled { get; private set; }

    public bool Stands => Cancelled == CancellationReason.Unspecified;

    /// <summary>Alleged crimes that the force says it answers.</summary>
    public SortedSet<string> Named { get; } = new(StringComparer.Ordinal);

    /// <summary>Alleged crimes that it answers.</summary>
    public SortedSet<string> Answered { get; } = new(StringComparer.Ordinal);

    /// <summary>
    /// Told of again it adds what it answers, and reinstates a record that was cancelled since it was recorded. The
    /// first recording reinstates nothing: a cancellation read before it only has the coarser time.
    /// </summary>
    public void Record(CrimeRecorded crime, EventTime recordedTime)
    {
        Offence ??= crime.Offence;
        VictimRef = VictimRef.Length > 0 ? VictimRef : crime.VictimRef;
        RecordedTime = EventTimes.Earlier(RecordedTime, recordedTime);
        Direct |= crime.Direct;
        Named.UnionWith(crime.AllegedRefs);
        if (cancelledOnceRecorded)
        {
            Cancelled = CancellationReason.Unspecified;
            cancelledOnceRecorded = false;
        }
    }

    public void Cancel(CancellationReason reason)
    {
        Cancelled = reason;
        cancelledOnceRecorded = RecordedTime is not null;
    }
}
