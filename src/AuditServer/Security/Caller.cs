using AuditServer.Errors;

namespace AuditServer.Security;

/// <summary>Who calls: what the credential says, never what the message says.</summary>
/// <param name="Subject">The credential's subject.</param>
/// <param name="Roles">Roles, of <see cref="Role"/>.</param>
/// <param name="Forces">Slugs of the forces the credential speaks for; for inspectors, the home force.</param>
internal sealed record Caller(string Subject, IReadOnlySet<string> Roles, IReadOnlySet<string> Forces)
{
    public bool Is(string role) => Roles.Contains(role);

    public bool SpeaksFor(string force) => Forces.Contains(force);
}

/// <summary>The roles of the contract.</summary>
internal static class Role
{
    public const string Submitter = "submitter";
    public const string Reader = "reader";
    public const string Auditor = "auditor";
    public const string Lead = "lead";
    public const string Registrar = "registrar";
    public const string Admin = "admin";

    /// <summary>Every role.</summary>
    public static IReadOnlyList<string> All { get; } = [Submitter, Reader, Auditor, Lead, Registrar, Admin];
}
