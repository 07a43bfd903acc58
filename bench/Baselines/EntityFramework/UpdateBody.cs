using CrimeAudit.V1;

namespace Bench.Baselines.EntityFramework;

/// <summary>An update as JSON: the same content as the message.</summary>
/// <param name="Force">Slug of the force.</param>
/// <param name="SourceSystem">The sending system.</param>
/// <param name="RequestId">Its request id.</param>
/// <param name="IncidentSystem">The system that opened the incident.</param>
/// <param name="IncidentRef">Its reference there.</param>
/// <param name="At">When it happened.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Code">Opening, closing or offence code.</param>
/// <param name="Area">Area of a report.</param>
/// <param name="Channel">Channel of a report.</param>
/// <param name="Qualifiers">Qualifiers of a report.</param>
/// <param name="AllegedRef">The alleged crime concerned.</param>
/// <param name="CrimeRef">The crime recorded.</param>
/// <param name="VictimRef">Pseudonym of the victim.</param>
internal sealed record UpdateBody(
    string Force,
    string SourceSystem,
    string RequestId,
    string IncidentSystem,
    string IncidentRef,
    DateTimeOffset At,
    string Kind,
    string Code,
    string? Area = null,
    int? Channel = null,
    string[]? Qualifiers = null,
    string? AllegedRef = null,
    string? CrimeRef = null,
    string? VictimRef = null)
{
    /// <summary>The content of an update.</summary>
    public static UpdateBody Of(IncidentUpdate update)
    {
        var bare = new UpdateBody(
            update.Sender.Force, update.Sender.SourceSystem, update.Sender.RequestId, update.Incident.SourceSystem, update.Incident.Ref,
            update.EventTime.Time.ToDateTimeOffset(), update.ChangeCase.ToString(), "");
        return update.ChangeCase switch
        {
            IncidentUpdate.ChangeOneofCase.Opened => bare with
            {
                Code = update.Opened.OpeningCode,
                Area = update.Opened.Area,
                Channel = (int)update.Opened.Channel,
                Qualifiers = [.. update.Opened.Qualifiers],
                AllegedRef = update.Opened.AllegedCrimes[0].AllegedRef,
                VictimRef = update.Opened.AllegedCrimes[0].VictimRef,
            },
            IncidentUpdate.ChangeOneofCase.CrimeRecorded => bare with
            {
                Code = update.CrimeRecorded.Offence.Code,
                AllegedRef = update.CrimeRecorded.AllegedRefs[0],
                CrimeRef = update.CrimeRecorded.CrimeRef,
                VictimRef = update.CrimeRecorded.VictimRef,
            },
            _ => bare with { Code = update.Closed.ClosingCode },
        };
    }
}
