using AuditCore.Reference;
using AuditServer.Errors;
using AuditServer.Security;
using Grpc.Core;

namespace AuditServer.Overdue;

/// <summary>Which forces a question for overdue crimes is about.</summary>
internal static class OverdueForces
{
    /// <summary>The force named, or every one that the caller may ask about, in ordinal order.</summary>
    /// <exception cref="Fault">UNKNOWN_FORCE or FORCE_NOT_PERMITTED.</exception>
    public static IReadOnlyList<string> Of(ServerCallContext call, string force)
    {
        if (force.Length > 0)
        {
            call.RequireForce(force);
            return [force];
        }

        Caller caller = call.Caller();
        string[] permitted =
            [.. Forces.All.Select(f => f.Slug).Where(f => ForceAccess.Permits(caller, call.Method, f)).Order(StringComparer.Ordinal)];
        return permitted.Length > 0 ? permitted : throw Faults.ForceNotPermitted($"The credential permits {call.Method} for no force.");
    }
}
