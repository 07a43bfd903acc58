using CrimeAudit.Client;

namespace Acceptance.Tests.Support;

/// <summary>Clients that wait longer than they do by default: what is tested is what comes of a call, on an engine or a machine that may be slow.</summary>
internal static class Patience
{
    /// <summary>Gives every call that has a deadline another one.</summary>
    public static void WaitUpTo(this CrimeAuditClientOptions options, TimeSpan deadline)
    {
        foreach (string rpc in RpcDeadlines.Defaults.Keys)
        {
            options.Deadlines[rpc] = deadline;
        }
    }
}
