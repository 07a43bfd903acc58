using CrimeAudit.V1;
using Change = CrimeAudit.V1.IncidentUpdate.ChangeOneofCase;

namespace AuditCore.Recording;

/// <summary>
/// Which updates of an incident were withdrawn. A sending system can withdraw what it sent itself; a withdrawal
/// cannot be withdrawn (the update is sent anew instead), so no chain or circle of withdrawals can arise.
/// </summary>
internal static class Withdrawals
{
    public static HashSet<long> Of(IReadOnlyCollection<LoggedUpdate> updates)
    {
        HashSet<(string SourceSystem, string RequestId)> named =
        [
            .. updates.Select(u => u.Update).Where(u => u.ChangeCase == Change.Withdrawn)
                .Select(u => (u.Sender.SourceSystem, u.Withdrawn.RequestId)),
        ];
        return named.Count == 0 ? [] : [.. updates.Where(u => IsNamed(u.Update)).Select(u => u.Index)];

        bool IsNamed(IncidentUpdate update) =>
            update.ChangeCase != Change.Withdrawn && named.Contains((update.Sender.SourceSystem, update.Sender.RequestId));
    }
}
