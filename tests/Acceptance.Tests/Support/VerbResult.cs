namespace Acceptance.Tests.Support;

/// <summary>The exit code of a verb of the server program, and what it said on standard error and on standard output.</summary>
public sealed record VerbResult(int Code, string Error, string Output)
{
    /// <summary>The last line: those before it tell progress.</summary>
    public string LastLine => Error.TrimEnd().Split(Environment.NewLine)[^1];
}
