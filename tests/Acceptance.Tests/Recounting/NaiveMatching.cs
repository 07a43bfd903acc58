using AuditCore.Reference;
using CrimeAudit.V1;
using OffenceGroup = AuditCore.Reference.OffenceGroup;

namespace Acceptance.Tests.Recounting;

/// <summary>What answers which crime, looked for the long way.</summary>
internal sealed class NaiveMatching(NaiveCrime[] alleged, NaiveCrime[] presumed, NaiveRecord[] records)
{
    private readonly NaiveCrime[] all = [.. alleged, .. presumed];

    /// <summary>By the offence as recorded, then by each that a record was reclassified as.</summary>
    private int Rounds => records.Select(r => r.Offences.Count()).DefaultIfEmpty(0).Max();

    /// <summary>Answers all that can be answered.</summary>
    public void Match(IncidentUpdate[] told)
    {
        MatchNamed();
        foreach (bool stands in new[] { true, false })
        {
            for (int round = 0; round < Rounds; round++)
            {
                MatchByVictimAndGroup(stands, round);
            }
        }

        MatchPresumed();
        foreach (CrimeNotRecorded decision in told.Select(u => u.CrimeNotRecorded).OfType<CrimeNotRecorded>())
        {
            Named(decision.AllegedRefs).ForEach(c => c.Reason = decision.Reason);
        }

        MatchCodes([.. told.Select(u => u.ReportedIncidentRecorded).OfType<ReportedIncidentRecorded>()]);
    }

    private void MatchNamed()
    {
        foreach (NaiveRecord record in records)
        {
            Named(record.Names).ForEach(c => c.AnswerWith(record));
        }
    }

    /// <summary>A record that names nothing takes the unrecorded allegation of its victim and group that is due first.</summary>
    private void MatchByVictimAndGroup(bool stands, int round)
    {
        foreach (NaiveRecord record in records.Where(r => r.Names.Length == 0 && !r.Direct && r.Stands == stands && r.Answers.Count == 0))
        {
            OffenceGroup group = record.Offences.Skip(round).Select(o => Published.ClassOf(o).Group()).FirstOrDefault(OffenceGroup.Unknown);
            IEnumerable<NaiveCrime> ofVictim = alleged.Where(c => c.Records.Count == 0 && c.Alleged.VictimRef == record.VictimRef);
            DueFirst(ofVictim.Where(c => group != OffenceGroup.Unknown && c.Class.Group() == group))?.AnswerWith(record);
        }
    }

    /// <summary>Any record that the presumption accepts: one that stands, then one that answers nothing else, then the earliest.</summary>
    private void MatchPresumed()
    {
        foreach (NaiveCrime crime in presumed.Where(c => c.Records.Count == 0))
        {
            NaiveRecord? record = records
                .Where(r => !r.Direct && r.Offences.Any(o => crime.PresumedBy!.IsAnsweredBy(o, Published.ClassOf(o))))
                .OrderBy(r => r.Stands ? 0 : 1).ThenBy(r => r.Answers.Count == 0 ? 0 : 1)
                .FirstOrDefault();
            if (record is not null)
            {
                crime.AnswerWith(record);
            }
        }
    }

    /// <summary>The first code that names a crime; then each 100/… that names none answers an open allegation of rape.</summary>
    private void MatchCodes(ReportedIncidentRecorded[] told)
    {
        foreach (ReportedIncidentRecorded code in told)
        {
            Named(code.AllegedRefs).ForEach(c => c.Code = c.Code.Length > 0 ? c.Code : code.Code);
        }

        foreach (ReportedIncidentRecorded code in told.Where(IsOfSomeRape))
        {
            if ((DueFirst(alleged.Where(IsOpenRape)) ?? DueFirst(presumed.Where(IsOpenRape))) is { } crime)
            {
                crime.Code = code.Code;
            }
        }
    }

    private static bool IsOfSomeRape(ReportedIncidentRecorded code) =>
        code.AllegedRefs.Count == 0 && code.Code.StartsWith("100/", StringComparison.Ordinal);

    private static bool IsOpenRape(NaiveCrime crime) =>
        crime.Answer == AllegedCrimeAnswer.Open && Published.MayBeRape(crime.Alleged.Offence);

    private static NaiveCrime? DueFirst(IEnumerable<NaiveCrime> crimes) => crimes
        .OrderBy(c => c.Deadline ?? DateTimeOffset.MaxValue).ThenBy(c => c.Alleged.AllegedRef, StringComparer.Ordinal).FirstOrDefault();

    private List<NaiveCrime> Named(IEnumerable<string> refs) =>
        [.. refs.Distinct().SelectMany(r => all.Where(c => c.Alleged.AllegedRef == r))];
}
