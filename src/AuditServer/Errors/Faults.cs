using System.Globalization;
using CrimeAudit.V1;

namespace AuditServer.Errors;

/// <summary>One factory an error reason: the only places where faults are made.</summary>
internal static class Faults
{
    private const int MostInMessage = 10;

    public static Fault InvalidFields(IReadOnlyList<Violation> violations) => InvalidFields(violations, violations.Count);

    /// <param name="violations">The first ones.</param>
    /// <param name="found">How many there are.</param>
    public static Fault InvalidFields(IReadOnlyList<Violation> violations, int found)
    {
        IReadOnlyList<Violation> told = FaultSize.Bound(violations, found);
        return new(ErrorReason.InvalidFields, Describe(told, found)) { Violations = told };
    }

    public static Fault UnreadableMessage() =>
        new(ErrorReason.InvalidFields, "The bytes sent are not the message that the call takes.")
        {
            Violations = [new Violation("message", "is not the message that the call takes")],
        };

    public static Fault InvalidPageToken() =>
        new(ErrorReason.InvalidPageToken, "The page token is not of this query.")
        {
            Violations = [new Violation("page_token", "not made by this query; start again without one")],
        };

    /// <param name="why">What is wrong with it, as it follows "resume_token".</param>
    public static Fault InvalidResumeToken(string why) =>
        new(ErrorReason.InvalidResumeToken, $"The resume token {why}.") { Violations = [new Violation("resume_token", why)] };

    public static Fault UnknownForce(string force) =>
        new(ErrorReason.UnknownForce, $"There is no force '{FaultSize.CutName(force)}'; ListForces names them.")
        {
            Resource = new("force", FaultSize.CutName(force)),
        };

    public static Fault UnknownIncident(string unitId) =>
        new(ErrorReason.UnknownIncident, $"There is no incident '{FaultSize.CutName(unitId)}'.")
        {
            Resource = new("incident", FaultSize.CutName(unitId)),
        };

    public static Fault UnknownAudit(string auditId) =>
        new(ErrorReason.UnknownAudit, $"There is no audit '{FaultSize.CutName(auditId)}'.") { Resource = new("audit", FaultSize.CutName(auditId)) };

    public static Fault UnknownSampleItem(string auditId, string unitId) =>
        new(ErrorReason.UnknownSampleItem, $"'{FaultSize.CutName(unitId)}' is not in the sample of audit '{FaultSize.CutName(auditId)}'.")
        {
            Resource = new("sample item", FaultSize.CutName(unitId)),
        };

    public static Fault VolumesNotAvailable(string why) => new(ErrorReason.VolumesNotAvailable, why);

    public static Fault UnknownEntry(string entry) =>
        new(ErrorReason.UnknownEntry, $"There is no entry {FaultSize.CutName(entry)}.") { Resource = new("entry", FaultSize.CutName(entry)) };

    public static Fault EntryRedacted(long entryIndex, long redactedBy) =>
        new(ErrorReason.EntryRedacted, $"What entry {entryIndex} held was erased before, as entry {redactedBy} says.")
        {
            Precondition = new("REDACTED", Text(entryIndex), $"an entry that was not erased; entry {redactedBy} erased this one"),
            Metadata = EntryIndex(redactedBy),
        };

    public static Fault EvidenceErased(string auditId) =>
        new(ErrorReason.EntryRedacted, $"The evidence of audit '{auditId}' names a report that was erased since, so it cannot be proved by a file alone.")
        {
            Precondition = new("REDACTED", auditId, "an audit of whose reports none was erased; a bundle has to be exported before"),
        };

    public static Fault EntryInAudit(long entryIndex, IReadOnlyList<string> auditIds)
    {
        string audits = string.Join(", ", auditIds.Take(MostInMessage)) + (auditIds.Count > MostInMessage ? ", …" : "");
        return new(ErrorReason.EntryInAudit, $"The report of entry {entryIndex} is in the frames of audits that are not over: {audits}.")
        {
            Precondition = new("IN_AUDIT", audits, "audits that are final, abandoned or voided"),
        };
    }

    public static Fault TreeSizeBeyondLog(string field, long asked, long size) =>
        new(ErrorReason.TreeSizeBeyondLog, $"{field} is {asked}; the latest checkpoint is of {size} entries.")
        {
            Violations = [new Violation(field, $"is {asked}; the latest checkpoint is of {size} entries")],
        };

    /// <param name="inner">What was found; it goes to the server's log alone.</param>
    public static Fault LedgerDamaged(Exception inner) =>
        new(ErrorReason.LedgerDamaged, "What the database holds of the log does not fit together; the server's log says where.", inner);

    public static Fault RequestIdReused(string requestId, long entryIndex) =>
        new(ErrorReason.RequestIdReused, $"Request id '{requestId}' was used before with different content, in entry {entryIndex}.")
        {
            Resource = new("entry", Text(entryIndex)),
            Metadata = EntryIndex(entryIndex),
        };

    /// <summary>The first use stands in the same turn and has no index yet.</summary>
    public static Fault RequestIdReused(string requestId) =>
        new(ErrorReason.RequestIdReused, $"Request id '{requestId}' was used before with different content, in the same moment.");

    public static Fault AuditExists(string auditId) =>
        new(ErrorReason.AuditExists, $"Audit '{auditId}' exists already with another plan.") { Resource = new("audit", auditId) };

    public static Fault VolumesExist(string version) =>
        new(ErrorReason.VolumesExist, $"Volumes version '{version}' exists already with other figures.") { Resource = new("volumes", version) };

    public static Fault AuditState(string auditId, string state, string wanted) =>
        new(ErrorReason.AuditState, $"Audit '{auditId}' is {state}; {wanted}.") { Precondition = new(state, auditId, wanted) };

    public static Fault AlreadyReviewed(string unitId, long entryIndex) =>
        new(ErrorReason.AlreadyReviewed, $"'{unitId}' has a review already, in entry {entryIndex}.")
        {
            Precondition = new("REVIEWED", unitId, "one review an item"),
            Metadata = EntryIndex(entryIndex),
        };

    public static Fault ItemState(string unitId, string state, string wanted) =>
        new(ErrorReason.AuditState, $"'{FaultSize.CutName(unitId)}' is {state}; {wanted}.")
        {
            Precondition = new(state, FaultSize.CutName(unitId), wanted),
        };

    public static Fault ResponseWindowClosed(string unitId, DateTimeOffset due) =>
        new(ErrorReason.ResponseWindowClosed, $"The time to answer the finding of '{FaultSize.CutName(unitId)}' was over on {due:u}; silence has accepted it.")
        {
            Precondition = new("LAPSED", FaultSize.CutName(unitId), "an answer before its time is over"),
        };

    /// <param name="auditId">The audit.</param>
    /// <param name="where">How many items stand where.</param>
    /// <param name="named">Some of them by name.</param>
    public static Fault AuditUnsettled(string auditId, string where, string named) =>
        new(ErrorReason.AuditUnsettled, $"Audit '{auditId}' cannot be final: {where}. {named}.")
        {
            Precondition = new("UNSETTLED", auditId, $"every item settled or replaced: {where}; {named}"),
        };

    /// <param name="unitId">The item.</param>
    /// <param name="why">What stands in the way, as it follows a colon.</param>
    public static Fault NotAssigned(string unitId, string why) =>
        new(ErrorReason.NotAssigned, $"'{FaultSize.CutName(unitId)}': {why}.");

    public static Fault NoEstimate(string auditId, string type, string why) =>
        new(ErrorReason.NoEstimate, why) { Precondition = new(type, auditId, why) };

    public static Fault CredentialMissing() =>
        new(ErrorReason.CredentialMissing, "The call carries no valid credential: send 'authorization: Bearer …'.");

    public static Fault RoleMissing(string method, IEnumerable<string> roles) =>
        new(ErrorReason.RoleMissing, $"{method} needs one of the roles {string.Join(", ", roles)}.");

    public static Fault ForceNotPermitted(string why) => new(ErrorReason.ForceNotPermitted, why);

    public static Fault QueueFull(int capacity, TimeSpan retryAfter) =>
        new(ErrorReason.QueueFull, $"The write queue holds {capacity} updates of calls (CrimeAudit:Sequencing:ReservedForCalls) and is full.")
        {
            RetryAfter = retryAfter,
        };

    public static Fault TooManyWatches(int limit, TimeSpan retryAfter) =>
        new(ErrorReason.TooManyWatches, $"This instance serves {limit} watches at once (CrimeAudit:Watching:MostWatches) and takes no more.")
        {
            RetryAfter = retryAfter,
        };

    public static Fault RateLimited(int calls, TimeSpan period, TimeSpan retryAfter) =>
        new(ErrorReason.RateLimited, $"This client may make {calls} calls in {period} (CrimeAudit:Limits:Calls, CallPeriod, CallBurst) and made more.")
        {
            RetryAfter = retryAfter,
        };

    public static Fault TooManyStreams(int limit, TimeSpan retryAfter) =>
        new(ErrorReason.TooManyStreams, $"This client may have {limit} streams open at once (CrimeAudit:Limits:Streams) and has them.")
        {
            RetryAfter = retryAfter,
        };

    public static Fault OverLimit(string field, long got, long limit, string setting) =>
        new(ErrorReason.OverLimit, $"{field} holds {got}; the limit is {limit} ({setting}).")
        {
            Violations = [new Violation(field, $"holds {got}; the limit is {limit} ({setting})")],
        };

    /// <summary>Over a limit by an amount that nobody counted: reading stopped there.</summary>
    public static Fault OverLimit(string field, long limit, string setting) =>
        new(ErrorReason.OverLimit, $"{field} is over the limit of {limit} ({setting}).")
        {
            Violations = [new Violation(field, $"is over the limit of {limit} ({setting})")],
        };

    public static Fault StorageUnavailable(TimeSpan retryAfter, Exception? inner = null) =>
        new(ErrorReason.StorageUnavailable, "The database cannot be reached or written now.", inner) { RetryAfter = retryAfter };

    public static Fault StorageFull(TimeSpan retryAfter, Exception? inner = null) =>
        new(ErrorReason.StorageFull, "The database is out of space; nothing can be written now.", inner) { RetryAfter = retryAfter };

    public static Fault ServerStopping(TimeSpan retryAfter) =>
        new(ErrorReason.ServerStopping, "The server is shutting down.") { RetryAfter = retryAfter };

    public static Fault InternalFault(string incidentId) =>
        new(ErrorReason.InternalFault, $"A fault of the service; its log has it as {incidentId}.");

    private static Dictionary<string, string> EntryIndex(long entryIndex) => new() { ["entry_index"] = Text(entryIndex) };

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Describe(IReadOnlyList<Violation> told, int found) =>
        found == 1 ? $"1 field is wrong: {Describe(told[0])}."
        : told.Count <= MostInMessage ? $"{found} fields are wrong: {string.Join("; ", told.Select(Describe))}."
        : $"{found} fields are wrong: {string.Join("; ", told.Take(MostInMessage).Select(Describe))}; …; {Describe(told[^1])}.";

    private static string Describe(Violation violation) => $"{violation.Field}: {violation.Description}";
}
