using AuditServer.Errors;
using AuditServer.Hosting;
using AuditServer.Tests.Support;
using Google.Rpc;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Status = Google.Rpc.Status;

namespace AuditServer.Tests.Errors;

public sealed class UnwrittenAnswerTests
{
    // As the library ends a call whose answer it could not write.
    private const string Unknown = "2";

    private static readonly InvalidOperationException Unwritable = new("no such message");

    [Fact]
    public async Task What_the_library_logs_of_a_call_is_heard_by_it_and_printed_by_nobody()
    {
        await using var server = new ServerUnderTest();
        await using WebApplication app = server.Build();
        UnwrittenAnswers.Call call = UnwrittenAnswers.Listen();
        Tell(app.Services.GetRequiredService<ILoggerFactory>());
        Assert.Same(Unwritable, call.Failure);
        Assert.DoesNotContain(server.Log.Entries, entry => entry.Exception is not null);
    }

    [Fact]
    public async Task An_answer_that_cannot_be_written_is_a_fault_with_the_id_that_the_log_has()
    {
        using var log = new RecordedLog();
        using var factory = new LoggerFactory([log, new UnwrittenAnswers()]);
        var http = new DefaultHttpContext();
        var call = new FakeCall(DateTime.MaxValue, TestContext.Current.CancellationToken);
        call.UserState["__HttpContext"] = http;
        var middleware = new UnreadableRequestMiddleware(
            ended =>
            {
                UnreadableRequestMiddleware.MarkRead(call);
                Tell(factory);
                ended.Response.Headers["grpc-status"] = Unknown;
                return Task.CompletedTask;
            },
            new MessageLimit(Options.Create(new HostingOptions())),
            factory.CreateLogger<UnreadableRequestMiddleware>());

        await middleware.InvokeAsync(http);

        Status told = Status.Parser.ParseFrom(Convert.FromBase64String(http.Response.Headers["grpc-status-details-bin"].ToString()));
        Assert.Equal("INTERNAL_FAULT", told.Details[0].Unpack<ErrorInfo>().Reason);
        RecordedLog.LogEntry logged = Assert.Single(log.OfCategory(typeof(UnreadableRequestMiddleware)));
        Assert.Equal(LogLevel.Error, logged.Level);
        Assert.Same(Unwritable, logged.Exception);
        Assert.Contains(logged.Text.Split(' ')[1], told.Message, StringComparison.Ordinal);
    }

    /// <summary>As the library does.</summary>
    private static void Tell(ILoggerFactory factory) => factory.CreateLogger(UnwrittenAnswers.Category)
        .Log(LogLevel.Error, default, "Error when executing service method.", Unwritable, (text, _) => text);
}
