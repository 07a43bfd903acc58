using CrimeAudit.V1;

namespace AuditCore.Recording;

/// <summary>What the fold gathers about a crime record.</summary>
internal sealed class RecordedCrime(string crimeRef)
{
    private List<CrimeReclassified>? reclassified;
    private SortedSet<string>? named;
    private SortedSet<string>? answered;
    private bool cancelledOnceRecorded;

    public string CrimeRef { get; } = crimeRef;

    /// <summary>As first recorded.</summary>
    public Offence? Offence { get; private set; }

    /// <summary>What it was reclassified as, in order.</summary>
    public IReadOnlyList<CrimeReclassified> Reclassified => reclassified ?? (IReadOnlyList<CrimeReclassified>)[];

    public Offence OffenceNow => reclassified is null ? Offence! : reclassified[^1].Offence;

    /// <summary>When it was first recorded; null while only later facts about it are known.</summary>
    public EventTime? RecordedTime { get; private set; }

    public string VictimRef { get; private set; } = "";

    public bool Direct { get; private set; }

    /// <summary>The cancellation that holds, and when; null when it stands.</summary>
    public CrimeCancelled? Cancellation { get; private set; }

    public EventTime? CancelledTime { get; private set; }

    public bool Stands => Cancellation is null;

    /// <summary>It says which alleged crimes it answers.</summary>
    public bool NamesSome => named is not null;

    /// <summary>Alleged crimes that the force says it answers.</summary>
    public IReadOnlyCollection<string> Named => named ?? (IReadOnlyCollection<string>)[];

    /// <summary>It answers something.</summary>
    public bool Answers => answered is not null;

    /// <summary>Alleged and presumed crimes that it answers.</summary>
    public SortedSet<string> Answered => answered ??= new SortedSet<string>(StringComparer.Ordinal);

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
        if (crime.AllegedRefs.Count > 0)
        {
            (named ??= new SortedSet<string>(StringComparer.Ordinal)).UnionWith(crime.AllegedRefs);
        }

        if (cancelledOnceRecorded)
        {
            Cancellation = null;
            CancelledTime = null;
            cancelledOnceRecorded = false;
        }
    }

    public void Reclassify(CrimeReclassified change) => (reclassified ??= []).Add(change);

    public void Cancel(CrimeCancelled cancellation, EventTime cancelledTime)
    {
        Cancellation = cancellation;
        CancelledTime = cancelledTime;
        cancelledOnceRecorded = RecordedTime is not null;
    }

    public CrimeRecordFold Fold(IRecordingReference reference) => new()
    {
        CrimeRef = CrimeRef,
        Offence = OffenceNow,
        Class = reference.Classify(OffenceNow),
        RecordedTime = RecordedTime!,
        VictimRef = VictimRef,
        AllegedRefs = answered is null ? [] : [.. answered],
        Direct = Direct,
        Cancellation = Cancellation,
        CancelledTime = CancelledTime,
        Reclassified = Reclassified,
    };
}
