using AuditServer.Errors;
using AuditServer.Security;
using AuditServer.Tests.Support;
using CrimeAudit.V1;
using Google.Rpc;
using Grpc.Core;
using Status = Google.Rpc.Status;

namespace AuditServer.Tests.Errors;

public sealed class FaultsOnTheWireTests(ServerUnderTest server) : IClassFixture<ServerUnderTest>
{
    [Fact]
    public async Task All_violations_arrive_with_their_paths()
    {
        BadRequest details = (await CallOverGrpcAsync(FaultSamples.All[ErrorReason.InvalidFields].Fault)).GetDetail<BadRequest>();
        Assert.Equal(["updates[3].opened.area", "sender.force"], details.FieldViolations.Select(violation => violation.Field));
        Assert.Equal(["is too long", "is empty"], details.FieldViolations.Select(violation => violation.Description));
    }

    [Fact]
    public async Task The_entry_of_a_reused_request_id_is_there_for_programs()
    {
        ErrorInfo info = (await CallOverGrpcAsync(FaultSamples.All[ErrorReason.RequestIdReused].Fault)).GetDetail<ErrorInfo>();
        Assert.Equal("42", info.Metadata["entry_index"]);
    }

    [Fact]
    public async Task The_delay_arrives_to_the_tick()
    {
        RetryInfo info = (await CallOverGrpcAsync(FaultSamples.All[ErrorReason.QueueFull].Fault)).GetDetail<RetryInfo>();
        Assert.Equal(TimeSpan.FromSeconds(1.5), info.RetryDelay.ToTimeSpan());
    }

    [Fact]
    public async Task The_state_that_forbids_a_step_arrives_as_the_precondition()
    {
        PreconditionFailure failure = (await CallOverGrpcAsync(FaultSamples.All[ErrorReason.AuditState].Fault)).GetDetail<PreconditionFailure>();
        PreconditionFailure.Types.Violation violation = Assert.Single(failure.Violations);
        Assert.Equal(("PLANNED", "a-1", "freeze it first"), (violation.Type, violation.Subject, violation.Description));
    }

    private async Task<Status> CallOverGrpcAsync(Fault fault)
    {
        server.Behaviour.Unary = _ => throw fault;
        var client = new ReferenceService.ReferenceServiceClient(server.Channel);
        RpcException refused = await Assert.ThrowsAsync<RpcException>(async () => await client.ListForcesAsync(
            new ListForcesRequest(), server.Credential(Role.Admin), cancellationToken: TestContext.Current.CancellationToken));
        Status status = refused.GetRpcStatus()!;
        Assert.Equal(refused.StatusCode, (StatusCode)status.Code);
        return status;
    }
}
