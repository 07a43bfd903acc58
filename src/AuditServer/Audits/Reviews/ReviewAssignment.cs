using AuditCore.Reference;
using AuditServer.Errors;
using AuditServer.Security;
using AuditServer.Sequencing;
using CrimeAudit.V1;

namespace AuditServer.Audits.Reviews;

/// <summary>Gives reviews that are due to the auditors whom a lead names.</summary>
internal sealed class ReviewAssignment(Sequencer sequencer)
{
    private const int MostReviewers = 500;
    private const int LongestSubject = 128;

    /// <exception cref="Fault">INVALID_FIELDS, UNKNOWN_AUDIT, AUDIT_STATE, FORCE_NOT_PERMITTED, REQUEST_ID_REUSED.</exception>
    public async Task<AssignReviewsResponse> AssignAsync(AssignReviewsRequest request, Caller caller, Action<string> permit)
    {
        Check(request);
        var asked = new ReviewsAssigned();
        asked.Reviewers.AddRange(request.Reviewers);
        asked.Released.AddRange(request.Released);
        var step = new ReceiptRequest(request.AuditId, request.RequestId)
        {
            Permit = audit => permit(audit.Force),
            IsSame = first => first.Actor == caller.Subject && first.StepCase == AuditEvent.StepOneofCase.Assigned &&
                first.Assigned.Reviewers.Equals(asked.Reviewers) && first.Assigned.Released.Equals(asked.Released),
            Decide = (turn, audit, cancel) => DecideAsync(turn, audit, asked, caller, cancel),
        };
        StepReceipt receipt = await sequencer.RunAsync((turn, cancel) => ReceiptSteps.TakeAsync(turn, step, cancel));
        var response = new AssignReviewsResponse
        {
            EntryIndex = receipt.EntryIndex,
            AcceptedTime = ItemCalls.Time(receipt),
            Replayed = receipt.Replayed,
            Unassigned = receipt.Event.Assigned.Unassigned,
        };
        response.Shares.AddRange(receipt.Event.Assigned.Shares);
        return response;
    }

    private static async ValueTask<AuditEvent?> DecideAsync(
        Turn turn, AuditRecord audit, ReviewsAssigned asked, Caller caller, CancellationToken cancel)
    {
        foreach (Reviewer reviewer in asked.Reviewers)
        {
            ReviewerForces.Require(audit.Document, reviewer.Subject, reviewer.HomeForces);
        }

        Assigned assigned = await AssignmentWriter.AssignAsync(turn, audit, asked, cancel);
        var said = new ReviewsAssigned(asked) { Unassigned = assigned.Unassigned };
        said.Shares.AddRange(assigned.Shares);
        return new AuditEvent { AuditId = audit.Id, Actor = caller.Subject, Assigned = said };
    }

    private static void Check(AssignReviewsRequest request)
    {
        var violations = new Violations();
        violations.OwnStep(request.AuditId, request.RequestId);
        violations.Number("reviewers", request.Reviewers.Count, 1, MostReviewers);
        violations.Number("released", request.Released.Count, 0, MostReviewers);
        var named = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < request.Reviewers.Count; i++)
        {
            violations.Enter("reviewers", i);
            CheckReviewer(request.Reviewers[i], named, violations);
            violations.Leave();
        }

        for (int i = 0; i < request.Released.Count; i++)
        {
            if (request.Released[i].Length is 0 or > LongestSubject)
            {
                violations.Add("released", i, $"needs 1 to {LongestSubject} characters");
            }
            else if (!named.Add(request.Released[i]))
            {
                violations.Add("released", i, $"'{request.Released[i]}' is named before");
            }
        }

        violations.ThrowIfAny();
    }

    private static void CheckReviewer(Reviewer reviewer, HashSet<string> named, Violations violations)
    {
        violations.Text("subject", reviewer.Subject, 1, LongestSubject);
        if (!named.Add(reviewer.Subject))
        {
            violations.Add("subject", $"'{reviewer.Subject}' is named before");
        }

        violations.KnownFieldsOnly("", reviewer, Reviewer.Parser);
        for (int i = 0; i < reviewer.HomeForces.Count; i++)
        {
            if (Forces.Find(reviewer.HomeForces[i]) is null)
            {
                violations.Add("home_forces", i, $"there is no force '{reviewer.HomeForces[i]}'; ListForces names them");
            }
        }
    }
}
