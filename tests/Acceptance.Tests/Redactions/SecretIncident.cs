using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Acceptance.Tests.Redactions;

/// <summary>An incident of which everything that can point to somebody holds the same word, so that it can be looked for.</summary>
/// <param name="force">Slug of the force.</param>
/// <param name="word">The word.</param>
/// <param name="request">How its request ids begin: they stay, and do not hold the word.</param>
internal sealed class SecretIncident(string force, string word, string request = "")
{
    private DateTimeOffset time = Moments.Reported;

    /// <summary>Its reference.</summary>
    public string Ref => $"{word}-urn";

    /// <summary>Every update, in the order in which they are told.</summary>
    public IReadOnlyList<IncidentUpdate> Updates =>
    [
        Told.Report(
            force, Ref, Moments.Reported, "violence",
            Told.Alleged($"{word}-b", Codes.Violence, $"{word}-victim-2"),
            Told.Alleged($"{word}-a", Codes.Violence, $"{word}-victim-1"),
            Told.Alleged($"{word}-c", Codes.AdultRape, $"{word}-victim-1"),
            Told.Alleged($"{word}-d", Codes.AdultRape, $"{word}-victim-3")),
        Of("delay", u => u.RecordingDelayed = new RecordingDelayed { AllegedRefs = { $"{word}-a" }, RationaleCode = $"{word}-rationale" }),
        Of("crime", u => u.CrimeRecorded = new CrimeRecorded
        {
            CrimeRef = $"{word}-crime-2", Offence = new Offence { Code = Codes.Violence }, VictimRef = $"{word}-victim-1",
        }),
        Of("crime again", u => u.CrimeRecorded = new CrimeRecorded
        {
            CrimeRef = $"{word}-crime-1", Offence = new Offence { Code = Codes.Theft }, AllegedRefs = { $"{word}-b", $"{word}-nobody" },
        }),
        Of("reclassified", u => u.CrimeReclassified = new CrimeReclassified
        {
            CrimeRef = $"{word}-crime-1", Offence = new Offence { Code = Codes.Robbery }, DeciderKind = DeciderKind.Supervisor,
        }),
        Of("cancelled", u => u.CrimeCancelled = new CrimeCancelled
        {
            CrimeRef = $"{word}-crime-1",
            Reason = CancellationReason.C1Transferred,
            DeciderKind = DeciderKind.DesignatedDecisionMaker,
            OtherForceRef = $"{word}-other-force",
        }),
        // Names none of the two rapes: the one of the earliest deadline is meant, and of two of the same the first by reference.
        Of("n-code", u => u.ReportedIncidentRecorded = new ReportedIncidentRecorded { Code = "100/01" }),
        Of("decision", u => u.CrimeNotRecorded = new CrimeNotRecorded
        {
            AllegedRefs = { $"{word}-d", "presumed:rape-opening" }, Reason = NotRecordedReason.NoNotifiableCrime,
        }),
        Of("wrong", u => u.CrimeAlleged = new CrimeAlleged { AllegedCrime = Told.Alleged($"{word}-wrong", Codes.Burglary, $"{word}-victim-4") }),
        Of("withdrawn", u => u.Withdrawn = new Withdrawn { RequestId = request + "wrong", ReasonCode = $"{word}-reason" }),
    ];

    /// <summary>A further update, of another reference.</summary>
    public IncidentUpdate Later(string reference, string crimeRef)
    {
        var crime = new CrimeRecorded { CrimeRef = crimeRef, Offence = new Offence { Code = Codes.Burglary }, VictimRef = $"{word}-late-victim" };
        return Named($"later {crimeRef}", reference, u => u.CrimeRecorded = crime);
    }

    private IncidentUpdate Of(string requestId, Action<IncidentUpdate> change) => Named(requestId, Ref, change);

    private IncidentUpdate Named(string requestId, string reference, Action<IncidentUpdate> change)
    {
        time = time.AddHours(1);
        IncidentUpdate update = IncidentUpdates.Of(force, Told.Command, reference, EventTimes.Instant(time), change, Told.CrimeSystem);
        update.Sender.RequestId = request + requestId;
        return update;
    }
}
