namespace AuditServer.Security;

/// <summary>What a development token says.</summary>
/// <param name="Subject">Who calls.</param>
/// <param name="Roles">Roles of the contract: submitter, reader, auditor, lead, registrar, admin.</param>
/// <param name="Forces">Slugs of the forces that it speaks for; for inspectors, the home force. Null: none.</param>
/// <param name="Lifetime">How long it is valid, from one second to 365 days. Null: 12 hours.</param>
public sealed record DevelopmentToken(
    string Subject, IReadOnlyList<string> Roles, IReadOnlyList<string>? Forces = null, TimeSpan? Lifetime = null);
