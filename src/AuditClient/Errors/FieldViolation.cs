namespace CrimeAudit.Client;

/// <summary>A wrong field of a request.</summary>
/// <param name="Field">Its path in the request, <c>updates[3].crime_recorded.offence.code</c>.</param>
/// <param name="Description">What is wrong with it, in English.</param>
public readonly record struct FieldViolation(string Field, string Description);
