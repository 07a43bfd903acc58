namespace Acceptance.Tests.Failures;

/// <summary>What an engine's driver throws, so that the same tests can be run on any engine.</summary>
internal sealed record EngineFailures
{
    /// <summary>The engine cannot be reached, or broke the connection.</summary>
    public required Func<Exception> Gone { get; init; }

    /// <summary>The database takes no writes.</summary>
    public required Func<Exception> ReadOnly { get; init; }

    /// <summary>There is no space left.</summary>
    public required Func<Exception> Full { get; init; }

    /// <summary>The transaction was lost to another one.</summary>
    public required Func<Exception> Lost { get; init; }
}
