using AuditServer.Errors;
using AuditServer.Paging;
using AuditServer.Security;
using CrimeAudit.V1;

namespace AuditServer.Audits.Reviews;

/// <summary>
/// Lists samples in stratum and ticket order. An auditor sees the own reviews only, so that a second opinion is not led
/// by the first.
/// </summary>
internal sealed class SampleItems(IAuditReads reads)
{
    private const int UsualPage = 1_000;
    private const int LargestPage = 5_000;
    private const int StratumShift = 40;

    public async Task<ListSampleItemsResponse> ListAsync(
        ListSampleItemsRequest request, Caller caller, Action<string> permit, CancellationToken cancel)
    {
        var violations = new Violations();
        violations.Name("audit_id", request.AuditId);
        int pageSize = PageSize.Read(request.PageSize, violations, UsualPage, LargestPage);
        violations.ThrowIfAny();
        string query = $"items {request.AuditId} {request.Stratum}";
        long after = PageTokens.Read(query, request.PageToken) ?? 0;

        await using IAuditSnapshot snapshot = await reads.SnapshotAsync(cancel);
        AuditRecord audit = await snapshot.FindAsync(request.AuditId, cancel) ?? throw Faults.UnknownAudit(request.AuditId);
        permit(audit.Force);
        AuditTransitions.Require(audit.Document, AuditStep.ListItems);
        var range = new ItemRange(StratumOf(audit, request.Stratum), (int)(after >> StratumShift), after & ((1L << StratumShift) - 1), pageSize + 1L);

        var page = new ListSampleItemsResponse();
        ReviewedItem? last = null;
        await foreach (ReviewedItem item in snapshot.ReadItemsAsync(audit.No, range, cancel))
        {
            if (page.Items.Count == pageSize)
            {
                page.NextPageToken = PageTokens.Issue(query, ((long)last!.Stratum << StratumShift) | last.Position);
                break;
            }

            page.Items.Add(Show(audit, item, caller));
            last = item;
        }

        return page;
    }

    private static int? StratumOf(AuditRecord audit, string name)
    {
        if (name.Length == 0)
        {
            return null;
        }

        int place = audit.Document.Strata.Select(s => s.Name).ToList().IndexOf(name);
        return place >= 0 ? place : throw Faults.InvalidFields([new Violation("stratum", $"audit '{audit.Id}' has no stratum '{name}'")]);
    }

    private static SampleItem Show(AuditRecord audit, ReviewedItem item, Caller caller)
    {
        var shown = new SampleItem
        {
            Stratum = audit.Document.Strata[item.Stratum].Name,
            Position = item.Position,
            UnitId = item.UnitId,
            Ticket = item.Ticket,
            Reviewed = item.Review is not null,
        };
        AuditEvent? reviewed = item.Review is null ? null : AuditEvent.Parser.ParseFrom(item.Review);
        if (reviewed is not null && (caller.Is(Role.Lead) || caller.Is(Role.Admin) || reviewed.Actor == caller.Subject))
        {
            shown.Review = reviewed.Reviewed.Review;
            shown.Reviewer = reviewed.Actor;
        }

        return shown;
    }
}
