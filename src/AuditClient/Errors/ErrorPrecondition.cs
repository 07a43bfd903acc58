namespace CrimeAudit.Client;

/// <summary>The state that forbids a call.</summary>
/// <param name="Type">The state or condition: <c>FROZEN</c>, <c>SINGLETON_STRATUM</c>.</param>
/// <param name="Subject">Of what: an audit id, a unit id.</param>
/// <param name="Description">What it would take, in English.</param>
public readonly record struct ErrorPrecondition(string Type, string Subject, string Description);
