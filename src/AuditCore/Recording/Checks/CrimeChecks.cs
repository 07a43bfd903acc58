using AuditCore.Recording.Rules;
using AuditCore.Reference;
using CrimeAudit.V1;
using RuleVersion = AuditCore.Recording.Rules.RuleVersion;

namespace AuditCore.Recording.Checks;

/// <summary>Checks of one alleged or presumed crime.</summary>
internal sealed class CrimeChecks(IncidentState state, AllegedCrimeFold crime, IRecordingReference reference, List<Breach> found)
{
    private readonly RuleVersion rules = reference.Rules(crime.ReportedTime!.Time.ToDateTimeOffset());

    public void Add(DateTimeOffset? now)
    {
        Check(RuleKind.Unanswered, now is { } time && crime.IsOverdue(time));
        Check(RuleKind.RecordedInTime, crime.Timeliness == Timeliness.Late, crime.AnsweredBy);
        Check(RuleKind.ClosedUnanswered, crime.IsOpen && state.Status == IncidentStatus.Closed);
        foreach (RecordingRule rule in rules.OfKind(RuleKind.ThirdParty))
        {
            Note(rule, IsThirdParty(rule));
        }

        foreach (RecordingRule rule in rules.OfKind(RuleKind.VictimToldOfDecision))
        {
            Note(rule, IsDecided && crime.Decision!.VictimInformedTime is null && !rule.ExceptReasons.Contains(crime.Decision.Reason));
        }

        Check(RuleKind.DelayOverseen, crime.Delay is { } delay && (!delay.RegistrarOversight || delay.RationaleCode.Length == 0));
        foreach (RecordingRule rule in rules.OfKind(RuleKind.ReportedIncidentOfRape))
        {
            CheckRape(rule, now);
        }

        foreach (RecordingRule rule in rules.OfKind(RuleKind.RecordedAdditionally))
        {
            Note(rule, IsRecordedAsAnother(rule), crime.AnsweredBy);
        }
    }

    private bool IsDecided => crime.Answer == AllegedCrimeAnswer.NotRecorded;

    private bool IsThirdParty(RecordingRule rule) =>
        rule.ReporterKinds.Contains(state.ReporterKind) &&
        ((IsDecided && rule.NotRecordedReasons.Contains(crime.Decision!.Reason)) ||
            (crime.Answer == AllegedCrimeAnswer.ReportedIncident && rule.ReportedIncidents.Contains(crime.AnsweredBy)));

    /// <summary>
    /// Rape without an N-code: decided against, delayed, recorded as something that is not rape, or unanswered past the tolerance. A category
    /// that does not say whether it is rape is left alone.
    /// </summary>
    private void CheckRape(RecordingRule rule, DateTimeOffset? now)
    {
        if (reference.SubClass(crime.Alleged.Offence) != OffenceSubClasses.Rape || rule.ReportedIncidents.Contains(crime.ReportedIncident))
        {
            return;
        }

        bool isMissing = crime.Answer switch
        {
            AllegedCrimeAnswer.NotRecorded or AllegedCrimeAnswer.ReportedIncident => true,
            AllegedCrimeAnswer.Open => crime.Delay is not null || crime.ReportedTime.Instant()?.AddHours(rule.Hours) < now,
            AllegedCrimeAnswer.Recorded => Standing().All(IsSurelyNoRape),
            _ => false,
        };
        Note(rule, isMissing, crime.Answer == AllegedCrimeAnswer.Recorded ? crime.AnsweredBy : "");
    }

    private bool IsSurelyNoRape(CrimeRecordFold record) => !reference.IsRape(record.Offence) && record.Class != OffenceClass.Unknown;

    /// <summary>Of an offence that is recorded additionally, and answered only by records of other offences.</summary>
    private bool IsRecordedAsAnother(RecordingRule rule) =>
        crime.Answer == AllegedCrimeAnswer.Recorded &&
        rule.OffenceCodes.Contains(crime.Alleged.Offence.Code) &&
        !Standing().Any(r => rule.OffenceCodes.Contains(r.Offence.Code));

    private IEnumerable<CrimeRecordFold> Standing() => state.CrimeRecords.Where(r => r.Stands && r.AllegedRefs.Contains(crime.Alleged.AllegedRef));

    private void Check(RuleKind kind, bool isBroken, string crimeRef = "")
    {
        if (isBroken)
        {
            foreach (RecordingRule rule in rules.OfKind(kind))
            {
                Note(rule, isBroken, crimeRef);
            }
        }
    }

    private void Note(RecordingRule rule, bool isBroken, string crimeRef = "")
    {
        if (isBroken)
        {
            found.Add(new Breach(rule, rules.Name, crime.Alleged.AllegedRef, crimeRef));
        }
    }
}
