using AuditServer.Tests.Support;
using CrimeAudit.V1;
using Grpc.Core;

namespace AuditServer.Tests.Audits;

/// <summary>Steps of an item by their names, each by whoever may take it: reviewers are named, all else is the lead's or the registrar's.</summary>
internal sealed class ItemSteps(FeatureServer server, string auditId)
{
    public const string Pass = "pass", Fail = "fail", Unavailable = "unavailable", UnavailableToReviewer = "unavailable to its reviewer",
        Accept = "accept", Dispute = "dispute", Reconsider = "reconsider", Arbitrate = "arbitrate", Reopen = "reopen";

    private const string Reason = "a reason";

    private static readonly Review Failing = Given.Found(Given.Decision(ReviewOutcome.NotRecorded));

    public static IReadOnlyList<string> All { get; } =
        [Pass, Fail, Unavailable, UnavailableToReviewer, Accept, Dispute, Reconsider, Arbitrate, Reopen];

    /// <summary>Takes a step. What is reconsidered or arbitrated stays a fail.</summary>
    public Task TakeAsync(string step, string unitId, string requestId, string reviewer = "anna") => step switch
    {
        Pass => ReviewAsync(unitId, requestId, Given.NoCrime(), reviewer),
        Fail => ReviewAsync(unitId, requestId, Failing, reviewer),
        Unavailable => LoseAsync(unitId, requestId, server.Lead()),
        UnavailableToReviewer => LoseAsync(unitId, requestId, server.Auditor(reviewer)),
        Accept => RespondAsync(new RespondToFindingRequest { AuditId = auditId, RequestId = requestId, UnitId = unitId, Accept = true }),
        Dispute => RespondAsync(new RespondToFindingRequest { AuditId = auditId, RequestId = requestId, UnitId = unitId, Dispute = Reason }),
        Reconsider => server.Audits.ReconsiderAsync(
            new ReconsiderRequest { AuditId = auditId, RequestId = requestId, UnitId = unitId, Review = Failing, Reason = Reason },
            server.Auditor(reviewer)).ResponseAsync,
        Arbitrate => server.Audits.ArbitrateAsync(
            new ArbitrateRequest { AuditId = auditId, RequestId = requestId, UnitId = unitId, Review = Failing, Reason = Reason },
            server.Lead()).ResponseAsync,
        Reopen => server.Audits.ReopenItemAsync(
            new ReopenItemRequest { AuditId = auditId, RequestId = requestId, UnitId = unitId, Reason = Reason }, server.Lead()).ResponseAsync,
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "no step of an item"),
    };

    /// <summary>How a step is refused; null when it is taken.</summary>
    public async Task<FeatureServer.Refusal?> RefusalOfAsync(string step, string unitId, string requestId, string reviewer)
    {
        try
        {
            await TakeAsync(step, unitId, requestId, reviewer);
            return null;
        }
        catch (RpcException refused)
        {
            return FeatureServer.RefusalOf(refused);
        }
    }

    private Task ReviewAsync(string unitId, string requestId, Review review, string reviewer) => server.Audits.SubmitReviewAsync(
        new SubmitReviewRequest { AuditId = auditId, RequestId = requestId, UnitId = unitId, Review = review }, server.Auditor(reviewer)).ResponseAsync;

    private Task LoseAsync(string unitId, string requestId, Metadata by) => server.Audits.ReportUnavailableAsync(
        new ReportUnavailableRequest { AuditId = auditId, RequestId = requestId, UnitId = unitId, Reason = Reason }, by).ResponseAsync;

    private Task RespondAsync(RespondToFindingRequest request) =>
        server.Audits.RespondToFindingAsync(request, server.Registrar()).ResponseAsync;
}
