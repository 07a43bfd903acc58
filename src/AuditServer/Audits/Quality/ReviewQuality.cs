using AuditCore.Estimation;
using AuditCore.Recording;
using AuditCore.Sampling;
using AuditServer.Audits.Reviews;
using AuditServer.Errors;
using AuditServer.Ledger;
using AuditServer.Rates;
using AuditServer.Security;
using CrimeAudit.V1;
using Google.Protobuf.WellKnownTypes;

namespace AuditServer.Audits.Quality;

/// <summary>How far an audit's reviews can be relied on: agreement of blind reviewers, and findings that did not stand.</summary>
internal sealed class ReviewQuality(IAuditReads reads, IRecordingReference reference, TimeProvider clock)
{
    private const string Method =
        "Cohen's kappa with the large-sample variance of Fleiss, Cohen and Everitt; crimes matched by offence class and victim; " +
        "overturn rates of decided challenges with Wilson intervals; no estimate is adjusted by any of them";

    /// <param name="request">The question.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="permit">Throws unless the caller may ask about an audit of a force.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <exception cref="Fault">INVALID_FIELDS, UNKNOWN_AUDIT, AUDIT_STATE, FORCE_NOT_PERMITTED.</exception>
    public async Task<GetReviewQualityResponse> GetAsync(
        GetReviewQualityRequest request, Caller caller, Action<string> permit, CancellationToken cancel)
    {
        var violations = new Violations();
        violations.Name("audit_id", request.AuditId);
        double level = EstimateQuestion.Level(request.ConfidenceLevel, violations);
        violations.ThrowIfAny();
        await using IAuditSnapshot snapshot = await reads.SnapshotAsync(cancel);
        AuditRecord audit = await snapshot.RequireAsync(request.AuditId, cancel);
        permit(audit.Force);
        AuditTransitions.Require(audit.Document, AuditStep.Estimate);
        await AuditBlindness.RequireAsync(snapshot, audit, caller, cancel);
        IReadOnlyList<ItemSteps> items = await ReadAsync(snapshot, audit, cancel);
        return Answer(audit.Document, items, level, snapshot.Head.ToAsOf(clock.GetUtcNow()));
    }

    private static async ValueTask<IReadOnlyList<ItemSteps>> ReadAsync(IAuditSnapshot snapshot, AuditRecord audit, CancellationToken cancel)
    {
        var rows = new List<SampleItemRow>();
        await foreach (ReviewedItem item in snapshot.ReadItemsAsync(audit.No, ItemRange.All, cancel))
        {
            rows.Add(item.Row);
        }

        if (rows.Count == 0)
        {
            return [];
        }

        ILookup<(int, long), LoggedStep> steps = (await snapshot.ReadStepsAsync(audit.No, rows[0].Place, rows[^1].Place, default, cancel))
            .ToLookup(s => (s.Stratum, s.Position), s => s.Step);
        return [.. rows.Select(r => new ItemSteps(r, [.. steps[(r.Stratum, r.Position)].Select(s => s.Event)]))];
    }

    private GetReviewQualityResponse Answer(Audit audit, IReadOnlyList<ItemSteps> items, double level, AsOf asOf)
    {
        var agreement = new ReviewerAgreement(reference);
        var (fails, passes) = (new Overturns(), new Overturns());
        foreach (ItemSteps item in items)
        {
            bool twice = ReviewTickets.AsksForSecond(audit.Plan, audit.Seed.Seed, item.Row.UnitId);
            if (twice && item.BlindReviews is [var first, var second, ..])
            {
                agreement.Add(first, second);
            }

            ItemChallenges.AddFails(item, fails);
            ItemChallenges.AddPasses(item, isSecondOfTicket: twice, passes);
        }

        GetReviewQualityResponse response = agreement.ToMessage(level);
        response.SecondReviewDue = items.Count(i => i.Row.State == ItemState.AwaitingSecondReview);
        response.Fails = fails.ToMessage(level);
        response.Passes = passes.ToMessage(level);
        response.Interim = ReviewProgresses.Of(audit).Unsettled() > 0;
        response.ConfidenceLevel = level;
        response.Method = Method;
        response.AsOf = asOf;
        return response;
    }
}
