using AuditServer.Errors;
using AuditServer.Security;
using AuditServer.Tests.Support;
using CrimeAudit.V1;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Enum = System.Enum;
using Status = Google.Rpc.Status;

namespace AuditServer.Tests.Errors;

public sealed class FaultsOnTheWireTests(ServerUnderTest server) : IClassFixture<ServerUnderTest>
{
    public static TheoryData<ErrorReason> Reasons => [.. Enum.GetValues<ErrorReason>().Where(reason => reason != ErrorReason.Unspecified)];

    [Fact]
    public void Every_reason_has_a_sample() => Assert.Equal(Reasons.Select(row => row.Data), FaultSamples.All.Keys);

    [Theory]
    [MemberData(nameof(Reasons))]
    public void Every_reason_has_the_status_code_of_its_annotation(ErrorReason reason) =>
        Assert.Equal((int)FaultSamples.All[reason].Code, (int)ErrorCatalogue.Code(reason));

    [Theory]
    [MemberData(nameof(Reasons))]
    public async Task Every_reason_arrives_over_grpc_with_its_code_and_details(ErrorReason reason)
    {
        FaultSamples.Sample sample = FaultSamples.All[reason];
        Status status = await CallOverGrpcAsync(sample.Fault);

        Assert.Equal((int)sample.Code, status.Code);
        Assert.Equal(sample.Fault.Message, status.Message);
        Assert.Equal(sample.Details, status.Details.Select(detail => Any.GetTypeName(detail.TypeUrl)));
        ErrorInfo info = status.Details[0].Unpack<ErrorInfo>();
        Assert.Equal("crimeaudit", info.Domain);
        Assert.Equal($"ERROR_REASON_{info.Reason}", ProtoName(reason));
    }

    [Theory]
    [MemberData(nameof(Reasons))]
    public async Task Every_reason_says_the_same_over_json(ErrorReason reason)
    {
        Fault fault = FaultSamples.All[reason].Fault;
        Status overGrpc = await CallOverGrpcAsync(fault);

        using HttpRequestMessage request = server.JsonRequest(HttpMethod.Get, "/v1/forces");
        using HttpResponseMessage response = await server.Json.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.False(response.IsSuccessStatusCode);
        Assert.Equal(overGrpc, await Wire.StatusOfAsync(response));
    }

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

    private static string ProtoName(ErrorReason reason) =>
        ErrorsReflection.Descriptor.EnumTypes.Single(type => type.Name == nameof(ErrorReason)).FindValueByNumber((int)reason).Name;

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
