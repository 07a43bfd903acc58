using AuditCore.Reference;
using AuditCore.Sampling;
using AuditServer.Errors;
using CrimeAudit.V1;
using Google.Protobuf.WellKnownTypes;

namespace AuditServer.Audits.Plans;

/// <summary>Checks how the reviews of an audit are to go, and fills in what the plan leaves out.</summary>
internal static class PolicyCheck
{
    private const double UsualSecondShare = 0.1;
    private const double UsualPassShare = 0.05;
    private const int MostForces = 42;
    private const int MostArbitrators = 20;
    private const int LongestSubject = 128;

    /// <summary>The policy with every default said.</summary>
    public static ReviewPolicy WithDefaults(ReviewPolicy? policy)
    {
        ReviewPolicy full = policy?.Clone() ?? new ReviewPolicy();
        full.SecondReviewShare = full.HasSecondReviewShare ? full.SecondReviewShare : UsualSecondShare;
        full.PassReviewShare = full.HasPassReviewShare ? full.PassReviewShare : UsualPassShare;
        full.ResponseWindow ??= Duration.FromTimeSpan(ReviewWindow.Usual);
        return full;
    }

    public static void Check(AuditPlan plan, Violations violations)
    {
        if (plan.ReviewPolicy is not { } policy)
        {
            return;
        }

        violations.Enter("review_policy");
        CheckShare("second_review_share", policy.SecondReviewShare, violations);
        CheckShare("pass_review_share", policy.PassReviewShare, violations);
        violations.WholeDays("response_window", policy.ResponseWindow, ReviewWindow.LongestDays);
        CheckForces(plan, policy, violations);
        CheckArbitrators(policy, violations);
        violations.Leave();
    }

    private static void CheckShare(string field, double share, Violations violations)
    {
        if (share is not (>= 0 and <= 1))
        {
            violations.Add(field, FormattableString.Invariant($"is {share}; 0 to 1 are allowed"));
        }
    }

    private static void CheckForces(AuditPlan plan, ReviewPolicy policy, Violations violations)
    {
        violations.Number("conflicting_forces", policy.ConflictingForces.Count, 0, MostForces);
        var named = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < policy.ConflictingForces.Count; i++)
        {
            string force = policy.ConflictingForces[i];
            if (Forces.Find(force) is null)
            {
                violations.Add("conflicting_forces", i, $"there is no force '{force}'; ListForces names them");
            }
            else if (force == plan.Force || !named.Add(force))
            {
                violations.Add("conflicting_forces", i, force == plan.Force ? "is the audited force, whose people never review it" : "is named before");
            }
        }
    }

    private static void CheckArbitrators(ReviewPolicy policy, Violations violations)
    {
        violations.Number("arbitrators", policy.Arbitrators.Count, 0, MostArbitrators);
        for (int i = 0; i < policy.Arbitrators.Count; i++)
        {
            if (policy.Arbitrators[i].Length is 0 or > LongestSubject)
            {
                violations.Add("arbitrators", i, $"needs 1 to {LongestSubject} characters");
            }
        }
    }
}
