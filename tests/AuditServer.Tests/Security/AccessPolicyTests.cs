using AuditServer.Security;
using AuditServer.Tests.Support;
using Grpc.Core;

namespace AuditServer.Tests.Security;

public sealed class AccessPolicyTests(ServerUnderTest server) : IClassFixture<ServerUnderTest>
{
    public static MatrixTheoryData<string, string> Calls => new(Contract.Rpcs.Select(rpc => rpc.Method), ExpectedAccess.Columns);

    public static TheoryData<string> Methods => [.. Contract.Rpcs.Select(rpc => rpc.Method)];

    [Fact]
    public void The_table_covers_every_rpc_of_the_contract_and_nothing_else() =>
        Assert.Equal(Contract.Rpcs.Select(rpc => rpc.Method).Order(), AccessPolicy.Methods.Order());

    [Fact]
    public void The_expectation_covers_every_rpc_and_every_role()
    {
        Assert.Equal(Contract.Rpcs.Select(rpc => rpc.Method).Order(), ExpectedAccess.Matrix.Keys.Order());
        Assert.Equal(Role.All.Order(), ExpectedAccess.Columns.Order());
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_role_gets_in_exactly_where_the_contract_says(string method, string role)
    {
        StatusCode expected = ExpectedAccess.Of(method, role) == '-' ? StatusCode.PermissionDenied : StatusCode.OK;
        StatusCode got = await Wire.StatusOfAsync(server.Channel, method, TypeOf(method), server.Credential(role));
        Assert.Equal(expected, got == StatusCode.Unimplemented ? StatusCode.OK : got);
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public void A_role_has_the_force_rule_that_the_contract_says(string method, string role)
    {
        char expected = ExpectedAccess.Of(method, role);
        var caller = new Caller("x", new HashSet<string> { role }, new HashSet<string> { "kent" });
        Assert.Equal(expected is 'A' or 'O', ForceAccess.Permits(caller, method, "kent"));
        Assert.Equal(expected is 'A' or 'N', ForceAccess.Permits(caller, method, "essex"));
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task No_call_gets_in_without_a_credential(string method) =>
        Assert.Equal(StatusCode.Unauthenticated, await Wire.StatusOfAsync(server.Channel, method, TypeOf(method), []));

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task No_call_gets_in_with_a_credential_without_a_role(string method) =>
        Assert.Equal(StatusCode.PermissionDenied, await Wire.StatusOfAsync(server.Channel, method, TypeOf(method), server.Credential()));

    [Fact]
    public void A_method_that_is_not_in_the_table_is_open_to_no_role() => Assert.Empty(AccessPolicy.RolesOf("/crimeaudit.v1.AuditService/Unheard"));

    private static MethodType TypeOf(string method) => Contract.Rpcs.Single(rpc => rpc.Method == method).Type;
}
