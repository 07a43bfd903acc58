using System.Diagnostics.CodeAnalysis;
using System.Security.Claims;
using AuditServer.Errors;
using Grpc.Core;

namespace AuditServer.Security;

/// <summary>Reads who calls from the verified credential of a call.</summary>
internal static class CallerReading
{
    /// <summary>The longest subject, in characters: so much the access log keeps of one.</summary>
    public const int LongestSubject = 256;

    private static readonly object CallerOfCall = new();

    /// <summary>Who makes this call. It is read once a call, and asked for at each door that the call goes through.</summary>
    /// <exception cref="Fault">CREDENTIAL_MISSING: no valid credential, or one without a subject that can be kept.</exception>
    public static Caller Caller(this ServerCallContext call)
    {
        HttpContext http = call.GetHttpContext();
        if (http.Items[CallerOfCall] is not Caller caller)
        {
            http.Items[CallerOfCall] = caller = Read(http.User);
        }

        return caller;
    }

    /// <summary>Who a verified identity is.</summary>
    /// <exception cref="Fault">CREDENTIAL_MISSING: not verified, or without a subject that can be kept.</exception>
    public static Caller Read(ClaimsPrincipal user)
    {
        string? subject = user.FindFirstValue(ClaimNames.Subject);
        if (user.Identity is not { IsAuthenticated: true } || !CanBeKept(subject))
        {
            throw Faults.CredentialMissing();
        }

        return new Caller(subject, Values(user, ClaimNames.Role, ClaimNames.Roles), Values(user, ClaimNames.Force));
    }

    /// <summary>Whether a subject can be kept: not empty, not too long, no control characters.</summary>
    public static bool CanBeKept([NotNullWhen(true)] string? subject) =>
        subject is { Length: > 0 and <= LongestSubject } && !subject.Any(char.IsControl);

    private static HashSet<string> Values(ClaimsPrincipal user, params string[] names) =>
        user.Claims.Where(claim => names.Contains(claim.Type) && claim.Value.Length > 0).Select(claim => claim.Value).ToHashSet(StringComparer.Ordinal);
}
