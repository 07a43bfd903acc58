using Acceptance.Tests.Audits;
using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Acceptance.Tests.Moving;

/// <summary>An audit's review with something of everything: a replaced report, an extension, a dispute to its end, a lapse, a reopening.</summary>
internal sealed class ReviewStory(ServiceUnderTest service, string auditId, string force, Action step)
{
    private readonly Inspection audit = new(service, auditId, force);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private IAuditClient Lead => service.Lead().Audits;

    private IAuditClient Registrar => service.Registrar(force).Audits;

    /// <summary>Of the first five items the second of a stratum has failed.</summary>
    public async Task TellAsync(IReadOnlyList<SampleItem> items)
    {
        SampleItem failed = items.Take(5).First(i => i.Position == 2);
        await Lead.ExtendSampleAsync(new() { AuditId = auditId, RequestId = "extend", Stratum = failed.Stratum, Additional = 2 }, Cancel);
        step();
        SampleItem lost = items.Skip(5).First(i => i.Stratum == failed.Stratum);
        await Lead.ReportUnavailableAsync(
            new() { AuditId = auditId, RequestId = "lost", UnitId = lost.UnitId, Reason = "the log is lost" }, Cancel);
        step();
        await Registrar.RespondToFindingAsync(
            new() { AuditId = auditId, RequestId = "dispute", UnitId = failed.UnitId, Dispute = "within the burglary" }, Cancel);
        step();
        await audit.AssignAsync("assign-again", "a-second-auditor", "a-third-auditor");
        SampleItem given = (await audit.ItemsAsync()).Single(i => i.UnitId == failed.UnitId);
        await service.As(given.AssignedTo[^1], "auditor", Inspection.ReviewersHome).Audits.ReconsiderAsync(
            new()
            {
                AuditId = auditId,
                RequestId = "reconsider",
                UnitId = failed.UnitId,
                Review = Reviews.Of(Reviews.Decision(ReviewOutcome.NotRecorded)),
                Reason = "it stands",
            },
            Cancel);
        step();
        await Registrar.RespondToFindingAsync(
            new() { AuditId = auditId, RequestId = "dispute-again", UnitId = failed.UnitId, Dispute = "we insist" }, Cancel);
        await Lead.ArbitrateAsync(
            new() { AuditId = auditId, RequestId = "arbitrate", UnitId = failed.UnitId, Review = Reviews.NoCrime(), Reason = "the force is right" },
            Cancel);
        step();
        await Lead.ReopenItemAsync(new() { AuditId = auditId, RequestId = "reopen", UnitId = failed.UnitId, Reason = "a recording came up" }, Cancel);
    }
}
