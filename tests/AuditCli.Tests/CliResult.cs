using System.Text.Json;

namespace AuditCli.Tests;

/// <summary>What a command line left behind.</summary>
internal sealed record CliResult(int Code, string Output, string Error)
{
    /// <summary>The answer; fails when the command did.</summary>
    public JsonElement Answer
    {
        get
        {
            Assert.True(Code == 0, Error);
            return CliRunner.Json(Output);
        }
    }

    /// <summary>Fails unless bad input was refused, with nothing on standard output and these texts on standard error.</summary>
    public void Refused(params string[] problems)
    {
        Assert.Equal((2, ""), (Code, Output));
        Assert.All(problems, problem => Assert.Contains(problem, Error, StringComparison.Ordinal));
    }
}
