namespace Acceptance.Tests.Support;

/// <summary>The exit code of a verb of the server program, and what it said on standard output and standard error.</summary>
public sealed record VerbResult(int Code, string Output, string Error)
{
    /// <summary>The last line: those before it tell progress.</summary>
    public string LastLine => Error.TrimEnd().Split(Environment.NewLine)[^1];
}
