using AuditServer.Errors;
using AuditServer.Hosting;
using AuditServer.Tests.Support;
using Google.Rpc;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Status = Google.Rpc.Status;

namespace AuditServer.Tests.Errors;

public sealed class UnwrittenAnswerTests
{
    // As the library ends a call whose answer it could not write.
    private const string Unknown = "2";

    [Fact]
    public async Task An_answer_that_cannot_be_written_is_a_fault_with_the_id_that_the_log_has()
    {
        using var log = new RecordedLog();
        using var factory = new LoggerFactory([log]);
        var http = new DefaultHttpContext();
        var call = new FakeCall(DateTime.MaxValue, TestContext.Current.CancellationToken);
        call.UserState["__HttpContext"] = http;
        var middleware = new UnreadableRequestMiddleware(
            ended =>
            {
                UnreadableRequestMiddleware.MarkRead(call);
                ended.Response.Headers["grpc-status"] = Unknown;
                return Task.CompletedTask;
            },
            new MessageLimit(Options.Create(new HostingOptions())),
            factory.CreateLogger<UnreadableRequestMiddleware>());

        await middleware.InvokeAsync(http);

        Status told = Status.Parser.ParseFrom(Convert.FromBase64String(http.Response.Headers["grpc-status-details-bin"].ToString()));
        Assert.Equal("INTERNAL_FAULT", told.Details[0].Unpack<ErrorInfo>().Reason);
        RecordedLog.LogEntry logged = Assert.Single(log.Entries);
        Assert.Equal(LogLevel.Error, logged.Level);
        Assert.Contains(logged.Text.Split(' ')[1], told.Message, StringComparison.Ordinal);
    }
}
