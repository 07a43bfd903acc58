using System.Collections.Frozen;
using CrimeAudit.V1;
using Change = CrimeAudit.V1.IncidentUpdate.ChangeOneofCase;

namespace AuditCore.Recording;

/// <summary>
/// Which updates of an incident were withdrawn. A sending system can withdraw what it sent itself; a withdrawal
/// cannot be withdrawn (the update is sent anew instead), so no chain or circle of withdrawals can arise.
/// </summary>
internal static class Withdrawals
{
    public static IReadOnlySet<long> Of(IReadOnlyCollection<LoggedUpdate> updates)
    {
        HashSet<(string SourceSystem, string RequestId)>? named = null;
        foreach (LoggedUpdate logged in updates)
        {
            if (logged.Update.ChangeCase == Change.Withdrawn)
            {
                named ??= [];
                named.Add((logged.Update.Sender.SourceSystem, logged.Update.Withdrawn.RequestId));
            }
        }

        return named is null ? FrozenSet<long>.Empty : updates.Where(u => IsNamed(u.Update)).Select(u => u.Index).ToHashSet();

        bool IsNamed(IncidentUpdate update) =>
            update.ChangeCase != Change.Withdrawn && named.Contains((update.Sender.SourceSystem, update.Sender.RequestId));
    }
}
