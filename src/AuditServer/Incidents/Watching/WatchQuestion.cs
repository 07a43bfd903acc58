using AuditServer.Errors;
using AuditServer.Paging;
using AuditServer.Security;
using CrimeAudit.V1;

namespace AuditServer.Incidents.Watching;

/// <summary>What a watch asks for.</summary>
/// <param name="Filter">Of which incidents.</param>
/// <param name="From">The index to begin with; null: the end of the log.</param>
internal sealed record WatchQuestion(WatchFilter Filter, long? From)
{
    private const int MostOfOpeningCode = 64;

    /// <exception cref="Fault">INVALID_FIELDS, UNKNOWN_FORCE, FORCE_NOT_PERMITTED or INVALID_RESUME_TOKEN.</exception>
    public static WatchQuestion Read(WatchIncidentsRequest request, Caller caller, string method)
    {
        Check(request, mayOmitForce: ForceAccess.Permits(caller, method, ""));
        if (request.Force.Length > 0)
        {
            ForceAccess.RequireKnown(request.Force);
            ForceAccess.Require(caller, method, request.Force);
        }

        var filter = new WatchFilter(
            request.Force.Length > 0 ? request.Force : null, request.Status, request.OpeningCode, request.Qualifier, request.OffenceGroup);
        return new WatchQuestion(filter, Start(request, filter));
    }

    private static void Check(WatchIncidentsRequest request, bool mayOmitForce)
    {
        var violations = new Violations();
        if (request.Force.Length == 0 && !mayOmitForce)
        {
            violations.Add("force", "is missing: this credential does not read of all forces");
        }

        violations.Defined("status", request.Status, zeroAllowed: true);
        violations.Text("opening_code", request.OpeningCode, 0, MostOfOpeningCode);
        if (request.Qualifier.Length > 0 && !FieldChecks.IsTag(request.Qualifier))
        {
            violations.Add("qualifier", "is not 1 to 40 lower case letters, digits and hyphens");
        }

        violations.Defined("offence_group", request.OffenceGroup, zeroAllowed: true);
        violations.Defined("start", request.Start, zeroAllowed: true);
        if (request.ResumeToken.Length > 0 && request.Start != WatchStart.Unspecified)
        {
            violations.Add("start", "says where to begin, and so does resume_token: give one of them");
        }

        violations.ThrowIfAny();
    }

    private static long? Start(WatchIncidentsRequest request, WatchFilter filter) => request switch
    {
        { ResumeToken.Length: > 0 } => PageTokens.Find(filter.Query, request.ResumeToken)
            ?? throw Faults.InvalidResumeToken("is not of a watch with this filter"),
        { Start: WatchStart.Now } => null,
        _ => 0,
    };
}
