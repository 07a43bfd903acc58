using AuditCore.Recording.Rules;
using CrimeAudit.V1;
using RuleVersion = AuditCore.Recording.Rules.RuleVersion;

namespace AuditCore.Recording;

/// <summary>Which crimes of an incident were not recorded for reasons that are no failures: counted by reason, never dropped.</summary>
public static class Exclusions
{
    /// <summary>The exclusions of an incident's state.</summary>
    /// <param name="state">The state.</param>
    /// <param name="reference">The rules.</param>
    /// <returns>One for each crime so answered, in the order of the crimes.</returns>
    public static IReadOnlyList<Exclusion> Of(IncidentState state, IRecordingReference reference)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(reference);
        var exclusions = new List<Exclusion>();
        foreach (AllegedCrimeFold crime in state.Crimes)
        {
            if (crime.Answer == AllegedCrimeAnswer.NotRecorded && crime.ReportedTime is { } reported)
            {
                RuleVersion rules = reference.Rules(reported.Time.ToDateTimeOffset());
                if (rules.Exclusions.FirstOrDefault(e => e.Reason == crime.Decision!.Reason) is { } rule)
                {
                    exclusions.Add(new Exclusion(rule, rules.Name, crime.Alleged.AllegedRef));
                }
            }
        }

        return exclusions;
    }
}
