using AuditCore.Recording.Rules;
using CrimeAudit.V1;
using RuleVersion = AuditCore.Recording.Rules.RuleVersion;

namespace AuditCore.Recording.Checks;

/// <summary>Checks of one crime record: what it answers, who reclassified it, and its cancellation.</summary>
internal sealed class RecordChecks(
    IncidentState state, CrimeRecordFold record, IRecordingReference reference, RuleVersion rules, List<Breach> found)
{
    public void Add()
    {
        if (record.Stands)
        {
            AddOfAnswers();
        }

        if (record.Reclassified.Count > 0)
        {
            foreach (RecordingRule rule in rules.OfKind(RuleKind.ReclassificationDecider))
            {
                Note(rule, record.Reclassified.Any(r => !rule.Deciders.Contains(r.DeciderKind)));
            }
        }

        if (record.Cancellation is { } cancellation)
        {
            AddOfCancellation(cancellation);
        }
    }

    private void AddOfAnswers()
    {
        AllegedCrimeFold[] answered = record.AllegedRefs.Count < 2 ? []
            : [.. state.AllegedCrimes.Where(a => record.AllegedRefs.Contains(a.Alleged.AllegedRef))];
        if (answered.Length < 2)
        {
            return;
        }

        foreach (RecordingRule rule in rules.OfKind(RuleKind.OneCrimePerVictim))
        {
            Note(rule, answered.Select(a => a.Alleged.VictimRef).Where(v => v.Length > 0).Distinct(StringComparer.Ordinal).Skip(1).Any());
        }

        foreach (RecordingRule rule in rules.OfKind(RuleKind.RecordedAdditionally))
        {
            NoteAdditional(rule, answered);
        }
    }

    /// <summary>One record for an offence that is recorded additionally and for another against the same victim: the other one is missing.</summary>
    private void NoteAdditional(RecordingRule rule, AllegedCrimeFold[] answered)
    {
        if (!rule.OffenceCodes.Contains(record.Offence.Code))
        {
            return;
        }

        ILookup<bool, string> victims = answered.ToLookup(a => rule.OffenceCodes.Contains(a.Alleged.Offence.Code), a => a.Alleged.VictimRef);
        Note(rule, victims[true].Intersect(victims[false], StringComparer.Ordinal).Any());
    }

    private void AddOfCancellation(CrimeCancelled cancellation)
    {
        foreach (RecordingRule rule in Of(RuleKind.CancellationDecider))
        {
            Note(rule, rule.Concerns(reference.SubClass(record.Offence)) && !rule.Deciders.Contains(cancellation.DeciderKind));
        }

        foreach (RecordingRule rule in Of(RuleKind.CancellationIndependent))
        {
            Note(rule, !cancellation.DeciderIndependent);
        }

        foreach (RecordingRule rule in Of(RuleKind.CancellationVictimTold))
        {
            Note(rule, cancellation.VictimInformedTime is not { } told || told.IsSurelyAfter(record.CancelledTime!));
        }

        foreach (RecordingRule rule in Of(RuleKind.CancellationOtherForce))
        {
            Note(rule, cancellation.OtherForceRef.Length == 0);
        }

        foreach (RecordingRule rule in Of(RuleKind.CancellationOffence))
        {
            Note(rule, record.Offence.KindCase == Offence.KindOneofCase.Code && !rule.OffenceCodes.Contains(record.Offence.Code));
        }

        IEnumerable<RecordingRule> Of(RuleKind kind) => rules.OfKind(kind).Where(r => r.Reasons.Contains(cancellation.Reason));
    }

    private void Note(RecordingRule rule, bool isBroken)
    {
        if (isBroken)
        {
            found.Add(new Breach(rule, rules.Name, "", record.CrimeRef));
        }
    }
}
