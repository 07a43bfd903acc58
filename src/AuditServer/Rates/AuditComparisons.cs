using AuditCore.Estimation;
using AuditServer.Audits;
using AuditServer.Errors;
using AuditServer.Ledger;
using AuditServer.Security;
using CrimeAudit.V1;
using Google.Protobuf.WellKnownTypes;
using Microsoft.Extensions.Options;
using CoreDifference = AuditCore.Estimation.RateDifference;

namespace AuditServer.Rates;

/// <summary>Compares the estimates of audits, two by two, and adjusts for how many pairs were asked about.</summary>
internal sealed class AuditComparisons(
    IAuditReads reads, AuditDesigns designs, AuditEstimates estimates, IOptions<RateOptions> settings, TimeProvider clock)
{
    /// <param name="request">The question.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="permit">Throws unless the caller may ask about an audit of a force.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <exception cref="Fault">INVALID_FIELDS, UNKNOWN_AUDIT, AUDIT_STATE, FORCE_NOT_PERMITTED, VOLUMES_NOT_AVAILABLE.</exception>
    public async Task<CompareEstimatesResponse> CompareAsync(
        CompareEstimatesRequest request, Caller caller, Action<string> permit, CancellationToken cancel)
    {
        var question = ComparisonQuestion.Read(request, settings.Value.LowCountBelow);
        await using IAuditSnapshot snapshot = await reads.SnapshotAsync(cancel);
        var audits = new Dictionary<string, AuditEstimate>(StringComparer.Ordinal);
        var response = new CompareEstimatesResponse
        {
            ConfidenceLevel = question.Options.Level,
            Method = MethodOf(question),
            AsOf = snapshot.Head.ToAsOf(clock.GetUtcNow()),
        };
        foreach (string id in question.Audits)
        {
            AuditDesign design = await designs.ReadAsync(snapshot, id, caller, permit, cancel);
            audits[id] = await estimates.OfAsync(design, question.Domain, question.Weighting, question.Options, cancel);
            AuditPlan plan = design.Audit.Document.Plan;
            response.Audits.Add(new ComparedAudit
            {
                AuditId = id,
                Force = plan.Force,
                WindowFrom = plan.WindowFrom,
                WindowTo = plan.WindowTo,
                Estimate = audits[id].Response,
            });
        }

        response.Comparisons.AddRange(Compare(question, audits));
        return response;
    }

    private static AuditComparison[] Compare(ComparisonQuestion question, Dictionary<string, AuditEstimate> audits)
    {
        (AuditEstimate First, AuditEstimate Second)[] pairs = [.. question.Pairs.Select(p => (audits[p.First], audits[p.Second]))];
        CrimeAudit.V1.RateDifference[] On(string basis, Func<AuditEstimate, RateEstimate> of) => Adjusted(
            basis, question, [.. pairs.Select(p => RateComparison.Of(of(p.First), of(p.Second), question.Options.Level, question.Scale))]);

        CrimeAudit.V1.RateDifference[] recorded = On("Recorded at all", e => e.Recorded);
        CrimeAudit.V1.RateDifference[] correctly = On("Recorded correctly", e => e.Correctly);
        CrimeAudit.V1.RateDifference[] inTime = On("In time of recorded", e => e.InTime);
        CrimeAudit.V1.RateDifference[]? forceWide = question.Weighting != Weighting.RecordedVolumes ? null : Adjusted(
            "Force-wide, recorded at all",
            question,
            [.. pairs.Select(p => RateComparison.Of(p.First.ForceWide!, p.Second.ForceWide!, question.Options.Level, question.Scale))]);
        return
        [
            .. pairs.Select((pair, i) => new AuditComparison
            {
                FirstAuditId = question.Pairs[i].First,
                SecondAuditId = question.Pairs[i].Second,
                Recorded = recorded[i],
                RecordedCorrectly = correctly[i],
                InTimeOfRecorded = inTime[i],
                ForceWide = forceWide?[i],
                Interim = pair.First.Response.Interim || pair.Second.Response.Interim,
            }),
        ];
    }

    /// <summary>The family that is adjusted over: every pair of the question on one basis.</summary>
    private static CrimeAudit.V1.RateDifference[] Adjusted(string basis, ComparisonQuestion question, CoreDifference[] differences)
    {
        IReadOnlyList<double?> adjusted = BenjaminiHochberg.AdjustKnown([.. differences.Select(d => d.PValue)]);
        return
        [
            .. differences.Select((d, i) => DifferenceMessages.Of(
                d, adjusted[i], question.Options.Level, $"{basis}: '{question.Pairs[i].Second}' against '{question.Pairs[i].First}'")),
        ];
    }

    private static string MethodOf(ComparisonQuestion question) =>
        "Second less first, independent samples: " +
        (question.Scale == AuditCore.Estimation.ComparisonScale.Logit ? "log-odds with their standard errors" : "rates with their standard errors") +
        (question.Weighting == Weighting.RecordedVolumes ? "; force-wide rates by recorded volumes" : "") +
        "; a census has none; plain counts by Newcombe's hybrid score interval where a side shows no variation or has few crimes, or both are censuses" +
        "; p adjusted over the pairs of a basis by Benjamini and Hochberg; no rank";
}
