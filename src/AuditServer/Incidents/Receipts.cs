using AuditCore.Recording;
using AuditServer.Sequencing;
using CrimeAudit.V1;
using Google.Protobuf.WellKnownTypes;

namespace AuditServer.Incidents;

/// <summary>Receipts of updates, with how their incident stands where that was asked for.</summary>
internal sealed class Receipts(IRecordingReference reference, TimeProvider clock)
{
    /// <summary>The receipt of an accepted update, alone.</summary>
    public static Receipt Of(UpdateOutcome outcome)
    {
        var receipt = new Receipt
        {
            EntryIndex = outcome.Index,
            AcceptedTime = Micros.ToTime(outcome.AcceptedMicros).ToTimestamp(),
            Replayed = outcome.Replayed,
        };
        if (outcome.RedactedBy is { } redaction)
        {
            receipt.RedactedBy = redaction;
        }

        return receipt;
    }

    /// <summary>The receipt of an accepted update, with how its incident stands where the work asked for that.</summary>
    public Receipt WithStanding(UpdateOutcome outcome)
    {
        Receipt receipt = Of(outcome);
        receipt.Standing = outcome.State is { } state ? StandingOf(state) : null;
        return receipt;
    }

    /// <summary>How an incident stands now.</summary>
    public IncidentStanding StandingOf(IncidentState state)
    {
        DateTimeOffset now = clock.GetUtcNow();
        return new IncidentStanding
        {
            AllegedCrimes = { state.AllegedCrimes.Select(a => a.ToMessage(now)) },
            PresumedCrimes = { state.PresumedCrimes.Select(p => p.ToMessage(now)) },
            Breaches = { Breaches.At(state, reference, now).Select(RuleMessages.ToMessage) },
            UnmatchedAllegedRefs = { state.UnmatchedAllegedRefs },
            UnmatchedCrimeRefs = { state.UnmatchedCrimeRefs },
        };
    }
}
