using AuditServer.Security;
using AuditServer.Tests.Support;
using Google.Rpc;
using Grpc.Core;
using Microsoft.Extensions.Logging;
using Status = Google.Rpc.Status;

namespace AuditServer.Tests.Errors;

public sealed class UnreadableMessageTests : IAsyncLifetime
{
    private const string Submit = "/crimeaudit.v1.IncidentService/SubmitIncident";
    private const string Stream = "/crimeaudit.v1.IncidentService/StreamIncidents";

    private static readonly byte[] Malformed = [0x0a, 0xff, 0x01];

    private readonly ServerUnderTest server = new("Development", ("CrimeAudit:Hosting:MaxMessageBytes", "1024"));

    public async ValueTask InitializeAsync()
    {
        server.Behaviour.Stream = async (requests, _, _) => await requests.MoveNext();
        await server.InitializeAsync();
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Theory]
    [InlineData(Submit, MethodType.Unary)]
    [InlineData(Stream, MethodType.DuplexStreaming)]
    public async Task Bytes_that_are_no_message_are_refused_as_invalid_fields(string method, MethodType type)
    {
        Status status = await CallAsync(method, type, Malformed);
        Assert.Equal((int)Code.InvalidArgument, status.Code);
        Assert.Equal("INVALID_FIELDS", status.Details[0].Unpack<ErrorInfo>().Reason);
        Assert.Equal("message", Assert.Single(status.GetDetail<BadRequest>().FieldViolations).Field);
    }

    [Theory]
    [InlineData(Submit, MethodType.Unary)]
    [InlineData(Stream, MethodType.DuplexStreaming)]
    public async Task A_message_over_the_limit_is_refused_with_the_setting(string method, MethodType type)
    {
        Status status = await CallAsync(method, type, new byte[1025]);
        Assert.Equal((int)Code.InvalidArgument, status.Code);
        Assert.Equal("OVER_LIMIT", status.Details[0].Unpack<ErrorInfo>().Reason);
        Assert.Contains("1024 (CrimeAudit:Hosting:MaxMessageBytes)", status.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_as_large_as_the_limit_is_taken()
    {
        byte[] unknownField = [0x9a, 0x06, 0xfc, 0x07, .. new byte[1020]];
        Assert.Null(await Wire.EndOfAsync(server.Channel, Submit, MethodType.Unary, server.Credential(Role.Submitter), unknownField));
    }

    private async Task<Status> CallAsync(string method, MethodType type, byte[] request)
    {
        RpcException? refused = await Wire.EndOfAsync(server.Channel, method, type, server.Credential(Role.Submitter), request);
        // Whoever sends rubbish must not fill the log with it.
        Assert.DoesNotContain(server.Log.Entries, entry => entry.Level >= LogLevel.Warning);
        return refused!.GetRpcStatus()!;
    }
}
