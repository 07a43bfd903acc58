using AuditCore.Recording.Rules;
using AuditCore.Reference;
using AuditCore.Sampling;
using AuditServer.Audits;
using AuditServer.Errors;
using AuditServer.Redactions;
using CrimeAudit.V1;
using Google.Protobuf.Collections;
using Change = CrimeAudit.V1.IncidentUpdate.ChangeOneofCase;

namespace AuditServer.Incidents.Intake;

/// <summary>Checks an update field by field. Everything wrong is named; nothing is repaired or guessed.</summary>
internal sealed class UpdateCheck(EventTimeCheck times)
{
    private const int MostCrimes = 50;
    private const int MostQualifiers = 16;

    // A unit id is a key of frames: with the force and its slashes it has to fit into 800 characters.
    private const int MostEncoded = 750;

    /// <summary>Checks all of an update but its force, which <see cref="UpdateIntake"/> looks at.</summary>
    public void Check(IncidentUpdate update, Violations violations)
    {
        CheckSender(update, violations);
        CheckIncident(update, violations);
        times.Check("event_time", update.EventTime, violations);
        if (update.HasSourceSequence && update.SourceSequence < 0)
        {
            violations.Add("source_sequence", "is negative");
        }

        CheckChange(update, violations);
    }

    private static void CheckSender(IncidentUpdate update, Violations violations)
    {
        if (update.Sender is not { } sender)
        {
            violations.Add("sender", "is missing");
            return;
        }

        violations.Enter("sender");
        violations.Text("source_system", sender.SourceSystem, 1, 64);
        if (sender.SourceSystem.StartsWith(AuditKeys.Prefix, StringComparison.Ordinal))
        {
            violations.Add("source_system", $"begins with {AuditKeys.Prefix}, under which the log keeps the steps of audits");
        }

        if (sender.SourceSystem.StartsWith(RedactionKeys.Prefix, StringComparison.Ordinal))
        {
            violations.Add("source_system", $"begins with {RedactionKeys.Prefix}, under which the log keeps what it does itself");
        }

        violations.Text("request_id", sender.RequestId, 1, 128);
        violations.Leave();
    }

    private static void CheckIncident(IncidentUpdate update, Violations violations)
    {
        if (update.Incident is not { } incident)
        {
            violations.Add("incident", "is missing");
            return;
        }

        violations.Enter("incident");
        violations.Text("source_system", incident.SourceSystem, 1, 64);
        violations.Text("ref", incident.Ref, 1, 128);
        int encoded = UnitId.EncodedLength(incident.SourceSystem) + UnitId.EncodedLength(incident.Ref) + RecordLength(update);
        if (encoded > MostEncoded)
        {
            violations.Add("ref", $"takes {encoded} characters in a unit id, percent-encoded and with the other parts of it; {MostEncoded} are allowed");
        }

        violations.Leave();
    }

    /// <summary>A crime that may be cancelled, and an N100, are units of their own, named after what they are part of.</summary>
    private static int RecordLength(IncidentUpdate update) => update.ChangeCase switch
    {
        Change.CrimeRecorded => UnitId.EncodedLength(update.CrimeRecorded.CrimeRef),
        Change.ReportedIncidentRecorded when update.Sender is { } sender =>
            UnitId.EncodedLength(sender.SourceSystem) + UnitId.EncodedLength(sender.RequestId),
        _ => 0,
    };

    private void CheckChange(IncidentUpdate update, Violations violations)
    {
        switch (update.ChangeCase)
        {
            case Change.Opened:
                violations.Enter("opened");
                CheckOpened(update.Opened, violations);
                violations.Leave();
                break;
            case Change.Recoded:
                violations.Enter("recoded");
                violations.Text("opening_code", update.Recoded.OpeningCode, 1, 64);
                violations.Leave();
                break;
            case Change.Closed:
                violations.Enter("closed");
                violations.Text("closing_code", update.Closed.ClosingCode, 0, 64);
                violations.Leave();
                break;
            case Change.Reopened:
                break;
            case Change.QualifiersChanged:
                violations.Enter("qualifiers_changed");
                CheckQualifiers(update.QualifiersChanged.Qualifiers, violations);
                violations.Leave();
                break;
            case Change.Withdrawn:
                violations.Enter("withdrawn");
                violations.Text("request_id", update.Withdrawn.RequestId, 1, 128);
                violations.Text("reason_code", update.Withdrawn.ReasonCode, 1, 64);
                violations.Leave();
                break;
            case Change.None:
                violations.Add("change", "is missing: say what happened");
                break;
            default:
                CheckCrimeChange(update, violations);
                break;
        }
    }

    private void CheckCrimeChange(IncidentUpdate update, Violations violations)
    {
        switch (update.ChangeCase)
        {
            case Change.CrimeAlleged:
                violations.Enter("crime_alleged");
                CheckAlleged("alleged_crime", -1, update.CrimeAlleged.AllegedCrime, violations);
                break;
            case Change.CrimeRecorded:
                violations.Enter("crime_recorded");
                CheckRecorded(update.CrimeRecorded, violations);
                break;
            case Change.CrimeReclassified:
                violations.Enter("crime_reclassified");
                violations.Text("crime_ref", update.CrimeReclassified.CrimeRef, 1, 64);
                violations.Offence(update.CrimeReclassified.Offence);
                violations.Defined("decider_kind", update.CrimeReclassified.DeciderKind, zeroAllowed: true);
                break;
            case Change.CrimeCancelled:
                violations.Enter("crime_cancelled");
                CheckCancelled(update.CrimeCancelled, violations);
                break;
            case Change.CrimeNotRecorded:
                violations.Enter("crime_not_recorded");
                CheckNotRecorded(update.CrimeNotRecorded, violations);
                break;
            case Change.RecordingDelayed:
                violations.Enter("recording_delayed");
                CheckRefs(update.RecordingDelayed.AllegedRefs, 1, violations);
                violations.Text("rationale_code", update.RecordingDelayed.RationaleCode, 1, 64);
                break;
            default:
                violations.Enter("reported_incident_recorded");
                CheckReportedIncident(update.ReportedIncidentRecorded, violations);
                break;
        }

        violations.Leave();
    }

    private void CheckOpened(Opened opened, Violations violations)
    {
        times.Check("reported_time", opened.ReportedTime, violations);
        violations.Defined("channel", opened.Channel, zeroAllowed: true);
        violations.Text("opening_code", opened.OpeningCode, 0, 64);
        violations.Text("area", opened.Area, 0, 64);
        violations.Defined("reporter_kind", opened.ReporterKind, zeroAllowed: true);
        CheckQualifiers(opened.Qualifiers, violations);
        if (violations.Number("alleged_crimes", opened.AllegedCrimes.Count, 0, MostCrimes))
        {
            CheckAlleged(opened.AllegedCrimes, violations);
        }
    }

    private static void CheckAlleged(RepeatedField<AllegedCrime> crimes, Violations violations)
    {
        for (int i = 0; i < crimes.Count; i++)
        {
            CheckAlleged("alleged_crimes", i, crimes[i], violations);
            if (crimes.Take(i).Any(a => a.AllegedRef == crimes[i].AllegedRef))
            {
                violations.Add("alleged_crimes", i, $"repeats alleged_ref '{crimes[i].AllegedRef}'");
            }
        }
    }

    private static void CheckAlleged(string field, int index, AllegedCrime? alleged, Violations violations)
    {
        if (alleged is null)
        {
            violations.Add(field, "is missing");
            return;
        }

        violations.Enter(field, index);
        violations.Text("alleged_ref", alleged.AllegedRef, 1, 64);
        if (alleged.AllegedRef.StartsWith(Presumption.RefPrefix, StringComparison.Ordinal))
        {
            violations.Add("alleged_ref", $"begins with {Presumption.RefPrefix}, under which the service keeps the crimes that it presumes");
        }

        violations.Offence(alleged.Offence);
        violations.Text("victim_ref", alleged.VictimRef, 0, 64);
        violations.Leave();
    }

    private static void CheckRecorded(CrimeRecorded crime, Violations violations)
    {
        violations.Text("crime_ref", crime.CrimeRef, 1, 64);
        violations.Offence(crime.Offence);
        violations.Text("victim_ref", crime.VictimRef, 0, 64);
        CheckRefs(crime.AllegedRefs, 0, violations);
        if (crime.Direct && crime.AllegedRefs.Count > 0)
        {
            violations.Add("alleged_refs", "must be empty for a crime recorded directly, which answers no report");
        }
    }

    private void CheckCancelled(CrimeCancelled cancelled, Violations violations)
    {
        violations.Text("crime_ref", cancelled.CrimeRef, 1, 64);
        violations.Defined("reason", cancelled.Reason, zeroAllowed: false);
        violations.Defined("decider_kind", cancelled.DeciderKind, zeroAllowed: true);
        violations.Text("other_force_ref", cancelled.OtherForceRef, 0, 64);
        CheckInformed(cancelled.VictimInformedTime, violations);
    }

    private void CheckNotRecorded(CrimeNotRecorded decision, Violations violations)
    {
        CheckRefs(decision.AllegedRefs, 1, violations);
        violations.Defined("reason", decision.Reason, zeroAllowed: false);
        violations.Defined("decider_kind", decision.DeciderKind, zeroAllowed: true);
        CheckInformed(decision.VictimInformedTime, violations);
    }

    private void CheckInformed(EventTime? informed, Violations violations)
    {
        if (informed is not null)
        {
            times.Check("victim_informed_time", informed, violations);
        }
    }

    private static void CheckReportedIncident(ReportedIncidentRecorded incident, Violations violations)
    {
        if (!OffenceCode.IsWellFormed(incident.Code) || ReportedIncidentList.Published.Find(incident.Code) is null)
        {
            violations.Add("code", $"'{incident.Code}' is not a code of the notifiable reported incidents; 100/01 is one");
        }

        CheckRefs(incident.AllegedRefs, 0, violations);
    }

    private static void CheckRefs(RepeatedField<string> refs, int least, Violations violations)
    {
        violations.Number("alleged_refs", refs.Count, least, MostCrimes);
        for (int i = 0; i < refs.Count; i++)
        {
            violations.Enter("alleged_refs", i);
            violations.Text("", refs[i], 1, 64);
            violations.Leave();
        }
    }

    private static void CheckQualifiers(RepeatedField<string> qualifiers, Violations violations)
    {
        violations.Number("qualifiers", qualifiers.Count, 0, MostQualifiers);
        for (int i = 0; i < qualifiers.Count; i++)
        {
            if (!FieldChecks.IsTag(qualifiers[i]))
            {
                violations.Add("qualifiers", i, "needs 1 to 40 lower case letters, digits or hyphens");
            }
        }
    }
}
