namespace CrimeAudit.Client;

/// <summary>The thing that is missing or exists already.</summary>
/// <param name="Type">What it is: <c>force</c>, <c>incident</c>, <c>audit</c>, <c>entry</c>.</param>
/// <param name="Name">Which one: a slug, a unit id, an entry index.</param>
public readonly record struct ErrorResource(string Type, string Name);
