using AuditServer.Commands;

namespace AuditServer.Tests.Commands;

/// <summary>A verb run in this process: its exit code, what it printed, and what it complained of.</summary>
internal sealed record VerbRun(int Code, string Output, string Error)
{
    public static async Task<VerbRun> OfAsync(params string[] arguments)
    {
        var output = new StringWriter();
        var error = new StringWriter();
        int code = await ServerCommandLine.RunAsync(arguments, output, error, TestContext.Current.CancellationToken);
        return new VerbRun(code, output.ToString(), error.ToString());
    }
}
