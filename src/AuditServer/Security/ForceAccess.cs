using AuditCore.Reference;
using AuditServer.Errors;
using Grpc.Core;

namespace AuditServer.Security;

/// <summary>
/// May this caller, in this call, speak or ask about that force? Services ask it as soon as they know the force: it can
/// stand in the request, or only in the audit that the request names.
/// </summary>
internal static class ForceAccess
{
    /// <summary>Throws unless one of the caller's roles permits the force.</summary>
    /// <param name="caller">Who calls.</param>
    /// <param name="method">Full RPC name, <c>/crimeaudit.v1.IncidentService/GetIncident</c>.</param>
    /// <param name="force">Slug of the force.</param>
    /// <exception cref="Fault">FORCE_NOT_PERMITTED.</exception>
    public static void Require(Caller caller, string method, string force)
    {
        if (!Permits(caller, method, force))
        {
            throw Faults.ForceNotPermitted($"The credential does not permit {method} for force '{force}'.");
        }
    }

    /// <summary>As <see cref="Require"/>, for the method being called.</summary>
    /// <exception cref="Fault">FORCE_NOT_PERMITTED.</exception>
    public static void RequireForce(this Caller caller, ServerCallContext call, string force) => Require(caller, call.Method, force);

    /// <summary>The force must exist, and the caller may speak or ask about it.</summary>
    /// <exception cref="Fault">UNKNOWN_FORCE or FORCE_NOT_PERMITTED.</exception>
    public static void RequireForce(this ServerCallContext call, string force)
    {
        RequireKnown(force);
        call.Caller().RequireForce(call, force);
    }

    /// <summary>The force must be named, and exist.</summary>
    /// <exception cref="Fault">INVALID_FIELDS or UNKNOWN_FORCE.</exception>
    public static void RequireKnown(string force)
    {
        if (force.Length == 0)
        {
            throw Faults.InvalidFields([new Violation("force", "is missing")]);
        }

        if (Forces.Find(force) is null)
        {
            throw Faults.UnknownForce(force);
        }
    }

    /// <summary>Does one of the caller's roles permit the force? For lists, that leave out what the caller may not see.</summary>
    public static bool Permits(Caller caller, string method, string force)
    {
        ForceRule[] rules = [.. AccessPolicy.RolesOf(method).Where(role => caller.Is(role.Key)).Select(role => role.Value)];

        // The most permissive role applies, except that no further role lifts the bar on the own force.
        return (rules.Contains(ForceRule.NotOwnForce), caller.SpeaksFor(force)) switch
        {
            (true, true) => false,
            (true, false) => true,
            (false, true) => rules.Length > 0,
            (false, false) => rules.Contains(ForceRule.AnyForce),
        };
    }
}
