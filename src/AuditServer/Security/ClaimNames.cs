namespace AuditServer.Security;

/// <summary>The claims of a token that the service reads.</summary>
internal static class ClaimNames
{
    public const string Subject = "sub";

    public const string Role = "role";

    /// <summary>What several identity providers call <see cref="Role"/>.</summary>
    public const string Roles = "roles";

    public const string Force = "force";
}
