using System.Collections.Frozen;
using System.Security.Claims;
using AuditServer.Errors;
using Grpc.Core;

namespace AuditServer.Security;

/// <summary>Reads who calls from the verified credential of a call.</summary>
internal static class CallerReading
{
    /// <summary>Who makes this call.</summary>
    /// <exception cref="Fault">CREDENTIAL_MISSING: no valid credential, or one without a subject.</exception>
    public static Caller Caller(this ServerCallContext call) => Read(call.GetHttpContext().User);

    /// <summary>Who a verified identity is.</summary>
    /// <exception cref="Fault">CREDENTIAL_MISSING: not verified, or without a subject.</exception>
    public static Caller Read(ClaimsPrincipal user)
    {
        string? subject = user.FindFirstValue(ClaimNames.Subject);
        if (user.Identity is not { IsAuthenticated: true } || string.IsNullOrEmpty(subject))
        {
            throw Faults.CredentialMissing();
        }

        return new Caller(subject, Values(user, ClaimNames.Role, ClaimNames.Roles), Values(user, ClaimNames.Force));
    }

    private static FrozenSet<string> Values(ClaimsPrincipal user, params string[] names) =>
        user.Claims.Where(claim => names.Contains(claim.Type) && claim.Value.Length > 0).Select(claim => claim.Value).ToFrozenSet();
}
