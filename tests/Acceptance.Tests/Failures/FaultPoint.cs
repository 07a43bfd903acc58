namespace Acceptance.Tests.Failures;

/// <summary>Where a connection can be made to fail.</summary>
public enum FaultPoint
{
    /// <summary>A connection is opened.</summary>
    Open,

    /// <summary>A statement inside a turn of the log, from the one that takes the turn.</summary>
    Turn,

    /// <summary>A turn is made durable.</summary>
    Commit,

    /// <summary>A query outside any turn.</summary>
    Read,
}
