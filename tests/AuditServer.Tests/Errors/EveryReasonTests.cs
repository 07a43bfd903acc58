using AuditServer.Errors;
using AuditServer.Security;
using AuditServer.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Tests.Shared;
using Enum = System.Enum;
using Status = Google.Rpc.Status;

namespace AuditServer.Tests.Errors;

/// <summary>Walks every error reason from its annotation over the server, both wires and the client to the documentation.</summary>
public sealed class EveryReasonTests(ServerUnderTest server) : IClassFixture<ServerUnderTest>
{
    public static TheoryData<ErrorReason> Reasons => [.. Enum.GetValues<ErrorReason>().Where(reason => reason != ErrorReason.Unspecified)];

    [Fact]
    public void Every_reason_has_a_sample() => Assert.Equal(Reasons.Select(row => row.Data), FaultSamples.All.Keys);

    [Fact]
    public void Every_name_in_the_comment_of_an_RPC_is_a_reason()
    {
        Assert.Equal(
            Contract.Rpcs.Select(rpc => rpc.Method.Split('/')[2]).Order(StringComparer.Ordinal),
            ContractText.ErrorsOfRpcs.Select(rpc => rpc.Rpc).Order(StringComparer.Ordinal));
        Assert.Subset(
            Reasons.Select(row => ReasonContract.Of(row.Data).Name).ToHashSet(),
            ContractText.ErrorsOfRpcs.SelectMany(rpc => rpc.Errors).ToHashSet());
    }

    [Fact]
    public void The_page_of_the_errors_says_what_the_contract_says() => WrittenPage.MustSay(ErrorsPage.Path, ErrorsPage.Text());

    [Theory]
    [MemberData(nameof(Reasons))]
    public async Task A_reason_is_the_same_in_the_contract_at_the_server_on_both_wires_to_the_client_and_on_the_page(ErrorReason reason)
    {
        ReasonContract contract = ReasonContract.Of(reason);
        FaultSamples.Sample sample = FaultSamples.All[reason];
        server.Behaviour.Unary = _ => throw sample.Fault;

        Status overGrpc = await CallOverGrpcAsync();
        AssertIsTheSample(contract, sample, overGrpc);
        Assert.Equal(overGrpc, await CallOverJsonAsync(contract.HttpStatus));
        CrimeAuditException thrown = await CallWithTheClientAsync();
        AssertIsTheSample(contract, sample, thrown);
        Assert.Contains($"| `{thrown.GetType().Name}` |", ErrorsPage.RowOf(reason), StringComparison.Ordinal);
        Assert.Contains(ErrorsPage.RowOf(reason), Repository.Read(ErrorsPage.Path), StringComparison.Ordinal);
        Assert.True(contract.OfAnyCall || ContractText.ErrorsOfRpcs.Any(rpc => rpc.Errors.Contains(contract.Name)), "No RPC names it.");
    }

    private static void AssertIsTheSample(ReasonContract contract, FaultSamples.Sample sample, Status status)
    {
        Assert.Equal((int)sample.Code, status.Code);
        Assert.Equal((int)sample.Code, (int)ErrorCatalogue.Code(sample.Fault.Reason));
        Assert.Equal(contract.StatusCode, ReasonContract.NameOf((Code)status.Code));
        Assert.Equal(sample.Fault.Message, status.Message);
        Assert.Equal(sample.Details, status.Details.Select(detail => Any.GetTypeName(detail.TypeUrl)));
        ErrorInfo info = status.Details[0].Unpack<ErrorInfo>();
        Assert.Equal(("crimeaudit", contract.Name), (info.Domain, info.Reason));
    }

    private static void AssertIsTheSample(ReasonContract contract, FaultSamples.Sample sample, CrimeAuditException thrown)
    {
        Fault fault = sample.Fault;
        Assert.Equal((fault.Reason, sample.Code, fault.Message), (thrown.Reason, thrown.StatusCode, thrown.Message));
        Assert.Equal(contract.Advice, ReasonContract.NameOf(thrown.Advice));
        Assert.Equal(fault.Violations.Select(v => new FieldViolation(v.Field, v.Description)), thrown.Violations);
        Assert.Equal(fault.Resource is { } r ? new ErrorResource(r.Type, r.Name) : null, thrown.Resource);
        Assert.Equal(fault.Precondition is { } p ? new ErrorPrecondition(p.Type, p.Subject, p.Description) : null, thrown.Precondition);
        Assert.Equal(fault.RetryAfter, thrown.RetryAfter);
    }

    private async Task<Status> CallOverGrpcAsync()
    {
        var client = new ReferenceService.ReferenceServiceClient(server.Channel);
        RpcException refused = await Assert.ThrowsAsync<RpcException>(async () => await client.ListForcesAsync(
            new ListForcesRequest(), server.Credential(Role.Admin), cancellationToken: TestContext.Current.CancellationToken));
        Status status = refused.GetRpcStatus()!;
        Assert.Equal(refused.StatusCode, (StatusCode)status.Code);
        return status;
    }

    private async Task<Status> CallOverJsonAsync(int expected)
    {
        using HttpRequestMessage request = server.JsonRequest(HttpMethod.Get, "/v1/forces");
        using HttpResponseMessage response = await server.Json.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(expected, (int)response.StatusCode);
        return await Wire.StatusOfAsync(response);
    }

    private async Task<CrimeAuditException> CallWithTheClientAsync()
    {
        await using CrimeAuditClient client = CrimeAuditClient.Connect(new CrimeAuditClientOptions
        {
            Address = server.Address!,
            TokenProvider = _ => ValueTask.FromResult(server.Token(Role.Admin)),
            MaxAttempts = 1,
        });
        return await Assert.ThrowsAnyAsync<CrimeAuditException>(
            () => client.Reference.ListForcesAsync(new ListForcesRequest(), TestContext.Current.CancellationToken));
    }
}
