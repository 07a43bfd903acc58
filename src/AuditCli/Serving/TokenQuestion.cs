namespace AuditCli.Serving;

/// <summary>What a development token shall say, as the server's endpoint reads it.</summary>
internal sealed record TokenQuestion(string Subject, IReadOnlyList<string> Roles, IReadOnlyList<string> Forces, TimeSpan Lifetime);
