using CrimeAudit.V1;
using Grpc.Core;

namespace AuditClient.Tests.Infrastructure;

/// <summary>An audit service that does what the test says.</summary>
internal sealed class ScriptedAudits : AuditService.AuditServiceBase
{
    public Func<ListSampleItemsRequest, ListSampleItemsResponse> ListItems { get; set; } = _ => new ListSampleItemsResponse();

    public Func<ListAuditsRequest, ListAuditsResponse> List { get; set; } = _ => new ListAuditsResponse();

    public Func<CommitSeedRequest, CommitSeedResponse> Commit { get; set; } = _ => new CommitSeedResponse();

    public override Task<ListSampleItemsResponse> ListSampleItems(ListSampleItemsRequest request, ServerCallContext context) =>
        Task.FromResult(ListItems(request));

    public override Task<ListAuditsResponse> ListAudits(ListAuditsRequest request, ServerCallContext context) => Task.FromResult(List(request));

    public override Task<CommitSeedResponse> CommitSeed(CommitSeedRequest request, ServerCallContext context) => Task.FromResult(Commit(request));
}
