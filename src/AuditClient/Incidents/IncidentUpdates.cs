using CrimeAudit.V1;

namespace CrimeAudit.Client;

/// <summary>
/// Makes updates. The system named is the one that opened the incident; set <c>sentBy</c> when another one tells
/// (the crime-recording system about a command-and-control incident). Without a <c>requestId</c> the update gets
/// <see cref="RequestIds.Of"/>, made from its content.
/// </summary>
public static class IncidentUpdates
{
    /// <summary>A report became an incident record. The event time is the time of the report.</summary>
    /// <param name="force">Slug of the force, <c>thames-valley</c>.</param>
    /// <param name="sourceSystem">The system that opened the incident, and tells so.</param>
    /// <param name="reference">The incident's reference there.</param>
    /// <param name="reportedAt">When the police were told, by any channel, known to the instant.</param>
    /// <param name="openingCode">Opening code; empty when there is none.</param>
    /// <param name="alleged">Offences that the report describes, as far as known; null: none yet.</param>
    /// <param name="requestId">Request id; null: made from the content.</param>
    /// <returns>The update.</returns>
    public static IncidentUpdate Opened(
        string force,
        string sourceSystem,
        string reference,
        DateTimeOffset reportedAt,
        string openingCode = "",
        IEnumerable<AllegedCrime>? alleged = null,
        string? requestId = null)
    {
        EventTime time = EventTimes.Instant(reportedAt);
        Opened opened = new() { ReportedTime = time, OpeningCode = openingCode, AllegedCrimes = { alleged ?? [] } };
        return Opened(force, sourceSystem, reference, time, opened, requestId);
    }

    /// <summary>A report became an incident record, with everything that can be said about it.</summary>
    /// <param name="force">Slug of the force.</param>
    /// <param name="sourceSystem">The system that opened the incident, and tells so.</param>
    /// <param name="reference">The incident's reference there.</param>
    /// <param name="openedAt">When the record was opened.</param>
    /// <param name="opened">Reported time, channel, code, area, reporter, qualifiers, alleged crimes.</param>
    /// <param name="requestId">Request id; null: made from the content.</param>
    /// <returns>The update.</returns>
    public static IncidentUpdate Opened(
        string force, string sourceSystem, string reference, EventTime openedAt, Opened opened, string? requestId = null) =>
        Of(force, sourceSystem, reference, openedAt, update => update.Opened = opened, sentBy: null, requestId);

    /// <summary>The incident was closed.</summary>
    /// <param name="force">Slug of the force.</param>
    /// <param name="sourceSystem">The system that opened the incident, and tells so.</param>
    /// <param name="reference">The incident's reference there.</param>
    /// <param name="closedAt">When.</param>
    /// <param name="closingCode">Closing code; empty when there is none.</param>
    /// <param name="requestId">Request id; null: made from the content.</param>
    /// <returns>The update.</returns>
    public static IncidentUpdate Closed(
        string force, string sourceSystem, string reference, EventTime closedAt, string closingCode = "", string? requestId = null) =>
        Of(force, sourceSystem, reference, closedAt, update => update.Closed = new Closed { ClosingCode = closingCode }, sentBy: null, requestId);

    /// <summary>The report, or a later contact, describes an offence. Its recording clock starts at the event time.</summary>
    /// <param name="force">Slug of the force.</param>
    /// <param name="sourceSystem">The system that opened the incident.</param>
    /// <param name="reference">The incident's reference there.</param>
    /// <param name="allegedAt">When the police were told of it.</param>
    /// <param name="crime">What is alleged.</param>
    /// <param name="sentBy">The system that tells; null: the one that opened the incident.</param>
    /// <param name="requestId">Request id; null: made from the content.</param>
    /// <returns>The update.</returns>
    public static IncidentUpdate CrimeAlleged(
        string force,
        string sourceSystem,
        string reference,
        EventTime allegedAt,
        AllegedCrime crime,
        string? sentBy = null,
        string? requestId = null) =>
        Of(force, sourceSystem, reference, allegedAt, update => update.CrimeAlleged = new CrimeAlleged { AllegedCrime = crime }, sentBy, requestId);

    /// <summary>A crime was recorded.</summary>
    /// <param name="force">Slug of the force.</param>
    /// <param name="sourceSystem">The system that opened the incident.</param>
    /// <param name="reference">The incident's reference there.</param>
    /// <param name="recordedAt">When it was recorded.</param>
    /// <param name="crime">The crime record, and which alleged crimes it answers.</param>
    /// <param name="sentBy">The system that tells; null: the one that opened the incident.</param>
    /// <param name="requestId">Request id; null: made from the content.</param>
    /// <returns>The update.</returns>
    public static IncidentUpdate CrimeRecorded(
        string force,
        string sourceSystem,
        string reference,
        EventTime recordedAt,
        CrimeRecorded crime,
        string? sentBy = null,
        string? requestId = null) =>
        Of(force, sourceSystem, reference, recordedAt, update => update.CrimeRecorded = crime, sentBy, requestId);

    /// <summary>It was decided not to record a crime.</summary>
    /// <param name="force">Slug of the force.</param>
    /// <param name="sourceSystem">The system that opened the incident.</param>
    /// <param name="reference">The incident's reference there.</param>
    /// <param name="decidedAt">When it was decided.</param>
    /// <param name="decision">The alleged crimes decided on, why, and by whom.</param>
    /// <param name="sentBy">The system that tells; null: the one that opened the incident.</param>
    /// <param name="requestId">Request id; null: made from the content.</param>
    /// <returns>The update.</returns>
    public static IncidentUpdate CrimeNotRecorded(
        string force,
        string sourceSystem,
        string reference,
        EventTime decidedAt,
        CrimeNotRecorded decision,
        string? sentBy = null,
        string? requestId = null) =>
        Of(force, sourceSystem, reference, decidedAt, update => update.CrimeNotRecorded = decision, sentBy, requestId);

    /// <summary>Any change: <c>IncidentUpdates.Of(…, update => update.Reopened = new Reopened())</c>.</summary>
    /// <param name="force">Slug of the force.</param>
    /// <param name="sourceSystem">The system that opened the incident.</param>
    /// <param name="reference">The incident's reference there.</param>
    /// <param name="at">When it happened.</param>
    /// <param name="change">Sets the one change, and the source sequence where the sender keeps one.</param>
    /// <param name="sentBy">The system that tells; null: the one that opened the incident.</param>
    /// <param name="requestId">Request id; null: made from the content.</param>
    /// <returns>The update.</returns>
    public static IncidentUpdate Of(
        string force,
        string sourceSystem,
        string reference,
        EventTime at,
        Action<IncidentUpdate> change,
        string? sentBy = null,
        string? requestId = null)
    {
        IncidentUpdate update = new()
        {
            Sender = new Sender { Force = force, SourceSystem = sentBy ?? sourceSystem },
            Incident = new IncidentKey { SourceSystem = sourceSystem, Ref = reference },
            EventTime = at,
        };
        change(update);
        update.Sender.RequestId = requestId ?? RequestIds.Of(update);
        return update;
    }
}
