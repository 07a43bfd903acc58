using CrimeAudit.V1;
using Change = CrimeAudit.V1.IncidentUpdate.ChangeOneofCase;

namespace Acceptance.Tests.Recounting;

/// <summary>A crime record, from all updates that name it, in their order. One that was never recorded is none yet.</summary>
internal sealed class NaiveRecord(string crimeRef, IncidentUpdate[] told)
{
    private readonly IncidentUpdate[] recorded = [.. told.Where(u => u.ChangeCase == Change.CrimeRecorded)];

    public string CrimeRef => crimeRef;

    public bool IsRecorded => recorded.Length > 0;

    public EventTime RecordedTime => recorded.Select(u => u.EventTime).InOrder().First();

    /// <summary>As recorded, then as reclassified.</summary>
    public IEnumerable<Offence> Offences => recorded.Take(1).Select(u => u.CrimeRecorded.Offence)
        .Concat(told.Where(u => u.ChangeCase == Change.CrimeReclassified).Select(u => u.CrimeReclassified.Offence));

    public string VictimRef => recorded.Select(u => u.CrimeRecorded.VictimRef).FirstOrDefault(v => v.Length > 0, "");

    public bool Direct => recorded.Any(u => u.CrimeRecorded.Direct);

    public string[] Names => [.. recorded.SelectMany(u => u.CrimeRecorded.AllegedRefs).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Why it is cancelled: the last word on it, unless it had been recorded before and was recorded again since.</summary>
    public CancellationReason Cancelled
    {
        get
        {
            int last = Array.FindLastIndex(told, u => u.ChangeCase == Change.CrimeCancelled);
            bool again = last >= 0 && recorded.Any(r => Array.IndexOf(told, r) < last) && recorded.Any(r => Array.IndexOf(told, r) > last);
            return last < 0 || again ? CancellationReason.Unspecified : told[last].CrimeCancelled.Reason;
        }
    }

    public bool Stands => Cancelled == CancellationReason.Unspecified;

    /// <summary>What it answers.</summary>
    public List<string> Answers { get; } = [];

    public CrimeRecordState State => new()
    {
        CrimeRef = crimeRef,
        Offence = Offences.Last(),
        RecordedTime = RecordedTime,
        AllegedRefs = { Answers.Order(StringComparer.Ordinal) },
        Direct = Direct,
        Cancelled = Cancelled,
    };

    /// <summary>Those that were recorded, in the order in which they were.</summary>
    public static NaiveRecord[] AllOf(IncidentUpdate[] told) =>
    [
        .. told.Where(u => CrimeRefOf(u).Length > 0)
            .GroupBy(CrimeRefOf)
            .Select(g => new NaiveRecord(g.Key, [.. g]))
            .Where(r => r.IsRecorded)
            .OrderBy(r => r.RecordedTime.Time).ThenBy(r => r.CrimeRef, StringComparer.Ordinal),
    ];

    private static string CrimeRefOf(IncidentUpdate update) =>
        update.CrimeRecorded?.CrimeRef ?? update.CrimeReclassified?.CrimeRef ?? update.CrimeCancelled?.CrimeRef ?? "";
}
