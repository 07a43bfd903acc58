using AuditServer.Errors;
using AuditServer.Ledger;
using AuditServer.Paging;
using AuditServer.Security;
using CrimeAudit.V1;
using Google.Protobuf.WellKnownTypes;

namespace AuditServer.Audits;

/// <summary>Reads audits, whatever became of them.</summary>
internal sealed class AuditReading(IAuditReads reads, TimeProvider clock)
{
    public async Task<GetAuditResponse> GetAsync(GetAuditRequest request, Caller caller, Action<string> permit, CancellationToken cancel)
    {
        await using IAuditSnapshot snapshot = await reads.SnapshotAsync(cancel);
        AuditRecord audit = await snapshot.RequireAsync(request.AuditId, cancel);
        permit(audit.Force);
        return new GetAuditResponse
        {
            Audit = await snapshot.ShownAsync(audit, caller, cancel),
            AsOf = snapshot.Head.ToAsOf(clock.GetUtcNow()),
        };
    }

    public async Task<ListAuditsResponse> ListAsync(ListAuditsRequest request, Caller caller, string method, CancellationToken cancel)
    {
        var violations = new Violations();
        int pageSize = PageSize.Read(request.PageSize, violations);
        violations.ThrowIfAny();
        IReadOnlyCollection<string>? forces = ForcesOf(request.Force, caller, method);
        string query = $"audits {(forces is null ? "*" : string.Join(' ', forces.Order(StringComparer.Ordinal)))}";
        long after = PageTokens.Read(query, request.PageToken) ?? -1;

        await using IAuditSnapshot snapshot = await reads.SnapshotAsync(cancel);
        IReadOnlyList<AuditRecord> audits = await snapshot.ListAsync(forces, after, pageSize + 1, cancel);
        var page = new ListAuditsResponse();
        foreach (AuditRecord audit in audits.Take(pageSize))
        {
            page.Audits.Add(await snapshot.ShownAsync(audit, caller, cancel));
        }

        if (audits.Count > pageSize)
        {
            page.NextPageToken = PageTokens.Issue(query, audits[pageSize - 1].No);
        }

        return page;
    }

    /// <summary>Of which forces the caller may see audits; null: of all.</summary>
    private static IReadOnlyCollection<string>? ForcesOf(string asked, Caller caller, string method)
    {
        if (asked.Length > 0)
        {
            ForceAccess.RequireKnown(asked);
            ForceAccess.Require(caller, method, asked);
            return [asked];
        }

        // A force that no credential can name stands for any other force.
        return ForceAccess.Permits(caller, method, "") ? null : [.. caller.Forces];
    }
}
