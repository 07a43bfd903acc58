using AuditServer.Errors;
using AuditServer.Paging;
using AuditServer.Security;
using CrimeAudit.V1;

namespace AuditServer.Audits.Reviews;

/// <summary>Reads samples: page by page in stratum and ticket order, or one item with the force's record.</summary>
internal sealed class SampleItems(IAuditReads reads, FrozenRecords records, DrawProofs draws)
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
        ItemViewer viewer = ItemViewers.Of(caller);
        string query = $"items {request.AuditId} {request.Stratum} {viewer} {(viewer == ItemViewer.Auditor ? caller.Subject : "")}";
        long after = PageTokens.Read(query, request.PageToken) ?? 0;

        await using IAuditSnapshot snapshot = await reads.SnapshotAsync(cancel);
        AuditRecord audit = await FindAsync(snapshot, request.AuditId, caller, viewer, permit, cancel);
        ItemSelection selection = ItemViewers.SelectionOf(viewer, audit.Document, caller);
        var range = new ItemRange(
            StratumOf(audit, request.Stratum), (int)(after >> StratumShift), after & ((1L << StratumShift) - 1), pageSize + 1L, selection);
        var items = new List<ReviewedItem>();
        await foreach (ReviewedItem item in snapshot.ReadItemsAsync(audit.No, range, cancel))
        {
            items.Add(item);
        }

        var page = new ListSampleItemsResponse();
        if (items.Count > pageSize)
        {
            items.RemoveAt(pageSize);
            page.NextPageToken = PageTokens.Issue(query, ((long)items[^1].Row.Stratum << StratumShift) | items[^1].Row.Position);
        }

        if (after == 0)
        {
            page.Draw = await draws.OfAsync(audit, cancel);
        }

        page.Items.AddRange(await ShowAsync(snapshot, audit, items, selection, new ItemView(audit.Document, viewer, caller.Subject), cancel));
        return page;
    }

    public async Task<GetSampleItemResponse> GetAsync(
        GetSampleItemRequest request, Caller caller, Action<string> permit, CancellationToken cancel)
    {
        var violations = new Violations();
        violations.Name("audit_id", request.AuditId);
        violations.Text("unit_id", request.UnitId, 1, ItemCalls.LongestUnitId);
        violations.ThrowIfAny();
        ItemViewer viewer = ItemViewers.Of(caller);
        await using IAuditSnapshot snapshot = await reads.SnapshotAsync(cancel);
        AuditRecord audit = await FindAsync(snapshot, request.AuditId, caller, viewer, permit, cancel);
        ReviewedItem? item = await snapshot.FindItemAsync(audit.No, request.UnitId, cancel);
        if (item is null || !ItemViewers.SelectionOf(viewer, audit.Document, caller).MaySee(item.Row))
        {
            throw Faults.UnknownSampleItem(audit.Id, request.UnitId);
        }

        LoggedStep[] history = [.. (await snapshot.ReadStepsAsync(audit.No, item.Row.Place, item.Row.Place, default, cancel)).Select(s => s.Step)];
        var view = new ItemView(audit.Document, viewer, caller.Subject);
        FrozenRecord record = await records.ReadAsync(audit.Document, request.UnitId, view.IsBlind(item.Row, history), cancel);
        return new GetSampleItemResponse
        {
            Item = view.Show(item, history),
            Record = record.Incident,
            RecordHistory = { record.History },
            RecordedAfterFreeze = { record.RecordedAfterFreeze },
            Judged = record.Judged,
        };
    }

    private static async ValueTask<AuditRecord> FindAsync(
        IAuditSnapshot snapshot, string auditId, Caller caller, ItemViewer viewer, Action<string> permit, CancellationToken cancel)
    {
        AuditRecord audit = await snapshot.FindAsync(auditId, cancel) ?? throw Faults.UnknownAudit(auditId);
        permit(audit.Force);
        if (viewer == ItemViewer.Auditor)
        {
            ReviewerForces.Require(audit.Document, caller);
        }

        AuditTransitions.Require(audit.Document, AuditStep.ListItems);
        return audit;
    }

    private static async ValueTask<IEnumerable<SampleItem>> ShowAsync(
        IAuditSnapshot snapshot,
        AuditRecord audit,
        List<ReviewedItem> items,
        ItemSelection selection,
        ItemView view,
        CancellationToken cancel)
    {
        if (items.Count == 0)
        {
            return [];
        }

        IReadOnlyList<ItemHistoryRow> steps = await snapshot.ReadStepsAsync(audit.No, items[0].Row.Place, items[^1].Row.Place, selection, cancel);
        ILookup<(int, long), LoggedStep> byItem = steps.ToLookup(s => (s.Stratum, s.Position), s => s.Step);
        return items.Select(i => view.Show(i, [.. byItem[(i.Row.Stratum, i.Row.Position)]]));
    }

    private static int? StratumOf(AuditRecord audit, string name)
    {
        if (name.Length == 0)
        {
            return null;
        }

        int place = audit.Document.PlaceOf(name);
        return place >= 0 ? place : throw Faults.InvalidFields([new Violation("stratum", $"audit '{audit.Id}' has no stratum '{name}'")]);
    }
}
