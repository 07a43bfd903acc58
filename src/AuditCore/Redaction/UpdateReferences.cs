using CrimeAudit.V1;
using Google.Protobuf.Collections;
using Change = CrimeAudit.V1.IncidentUpdate.ChangeOneofCase;

namespace AuditCore.Redaction;

/// <summary>
/// The references that an update holds: of its incident, alleged crimes, crime records, victims. Times, offences, codes and qualifiers,
/// of which rates are made, are none; the sender and request id stand in the leaf of the entry and are none either.
/// </summary>
public static class UpdateReferences
{
    /// <summary>What stands in for a code of a reason.</summary>
    public const string ErasedText = "redacted";

    // Made by the rules and the same for every incident.
    private const string PresumedPrefix = "presumed:";

    /// <summary>The references.</summary>
    /// <param name="update">An update.</param>
    /// <returns>Each as often as it occurs.</returns>
    public static IReadOnlyList<string> Of(IncidentUpdate update)
    {
        var found = new List<string>();
        Replace(update, reference =>
        {
            found.Add(reference);
            return reference;
        });
        return found;
    }

    /// <summary>The update with other references, and without codes of reasons.</summary>
    /// <param name="update">An update; it stays as it is.</param>
    /// <param name="replace">Gives what stands in for a reference.</param>
    /// <returns>The update with what stands in.</returns>
    public static IncidentUpdate Replace(IncidentUpdate update, Func<string, string> replace)
    {
        ArgumentNullException.ThrowIfNull(update);
        ArgumentNullException.ThrowIfNull(replace);
        IncidentUpdate other = update.Clone();
        string With(string reference) => IsReference(reference) ? replace(reference) : reference;
        other.Incident.Ref = With(other.Incident.Ref);
        switch (other.ChangeCase)
        {
            case Change.Opened:
                ReplaceIn(other.Opened.AllegedCrimes, With);
                break;
            case Change.CrimeAlleged:
                ReplaceIn([other.CrimeAlleged.AllegedCrime], With);
                break;
            case Change.CrimeRecorded:
                other.CrimeRecorded.CrimeRef = With(other.CrimeRecorded.CrimeRef);
                other.CrimeRecorded.VictimRef = With(other.CrimeRecorded.VictimRef);
                ReplaceIn(other.CrimeRecorded.AllegedRefs, With);
                break;
            case Change.CrimeReclassified:
                other.CrimeReclassified.CrimeRef = With(other.CrimeReclassified.CrimeRef);
                break;
            case Change.CrimeCancelled:
                other.CrimeCancelled.CrimeRef = With(other.CrimeCancelled.CrimeRef);
                other.CrimeCancelled.OtherForceRef = With(other.CrimeCancelled.OtherForceRef);
                break;
            case Change.CrimeNotRecorded:
                ReplaceIn(other.CrimeNotRecorded.AllegedRefs, With);
                break;
            case Change.RecordingDelayed:
                ReplaceIn(other.RecordingDelayed.AllegedRefs, With);
                other.RecordingDelayed.RationaleCode = Erased(other.RecordingDelayed.RationaleCode);
                break;
            case Change.ReportedIncidentRecorded:
                ReplaceIn(other.ReportedIncidentRecorded.AllegedRefs, With);
                break;
            case Change.Withdrawn:
                other.Withdrawn.ReasonCode = Erased(other.Withdrawn.ReasonCode);
                break;
        }

        return other;
    }

    /// <summary>What stands in for a text that is erased. That there was none stays known, because rules ask for it.</summary>
    /// <param name="text">The text.</param>
    internal static string Erased(string text) => text.Length == 0 ? "" : ErasedText;

    private static bool IsReference(string reference) =>
        reference.Length > 0 && !reference.StartsWith(PresumedPrefix, StringComparison.Ordinal);

    private static void ReplaceIn(IEnumerable<AllegedCrime> alleged, Func<string, string> with)
    {
        foreach (AllegedCrime crime in alleged)
        {
            crime.AllegedRef = with(crime.AllegedRef);
            crime.VictimRef = with(crime.VictimRef);
        }
    }

    private static void ReplaceIn(RepeatedField<string> references, Func<string, string> with)
    {
        for (int i = 0; i < references.Count; i++)
        {
            references[i] = with(references[i]);
        }
    }
}
