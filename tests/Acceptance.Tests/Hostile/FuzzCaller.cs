namespace Acceptance.Tests.Hostile;

/// <summary>Somebody with a credential.</summary>
/// <param name="Roles">The roles, parted by spaces.</param>
/// <param name="Forces">The forces that the credential speaks for.</param>
internal sealed record FuzzCaller(string Roles, params IReadOnlyList<string> Forces)
{
    /// <summary>A force of each kind, the inspectors, a reviewer, and the public.</summary>
    public static IReadOnlyList<FuzzCaller> All { get; } =
    [
        new("submitter reader registrar", "kent"),
        new("submitter reader registrar", "kent", "essex"), new("lead"), new("auditor", "cumbria"), new("reader"),
    ];

    /// <summary>The name in the credential.</summary>
    public string Subject => $"a-{Roles}";
}
