using System.Collections.ObjectModel;
using CrimeAudit.V1;

namespace AuditServer.Errors;

/// <summary>
/// A refusal or failure in the contract's own terms. Features throw it; only the wire turns it into a status
/// (<see cref="FaultStatus"/>), so that gRPC and JSON say the same.
/// </summary>
internal sealed class Fault : Exception
{
    public Fault(ErrorReason reason, string message, Exception? inner = null)
        : base(message, inner) => Reason = reason;

    /// <summary>Why, as the contract names it. Status code and retry advice follow from it.</summary>
    public ErrorReason Reason { get; }

    /// <summary>Every wrong field, with its path in the request. Empty when no field is to blame.</summary>
    public IReadOnlyList<Violation> Violations { get; init; } = [];

    /// <summary>The thing that is missing or exists already.</summary>
    public ResourceName? Resource { get; init; }

    /// <summary>The state that forbids the call.</summary>
    public Precondition? Precondition { get; init; }

    /// <summary>When it is worth asking again.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Further facts for programs, by lower-case key (<c>entry_index</c>); the message says them too.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = ReadOnlyDictionary<string, string>.Empty;
}

/// <summary>A wrong field: its path in the request (<c>updates[3].opened.area</c>) and what is wrong with it.</summary>
internal readonly record struct Violation(string Field, string Description);

/// <summary>A thing by type (<c>force</c>, <c>incident</c>, <c>audit</c>) and name.</summary>
internal readonly record struct ResourceName(string Type, string Name);

/// <summary>A state that forbids a call: what kind of condition, of what, and what it would take.</summary>
internal readonly record struct Precondition(string Type, string Subject, string Description);
