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
        var withdrawn = new HashSet<long>();
        foreach (LoggedUpdate withdrawal in updates)
        {
            if (withdrawal.Update.ChangeCase != Change.Withdrawn)
            {
                continue;
            }

            foreach (LoggedUpdate other in updates)
            {
                if (other.Update.ChangeCase != Change.Withdrawn && Concerns(withdrawal.Update, other.Update))
                {
                    withdrawn.Add(other.Index);
                }
            }
        }

        return withdrawn;
    }

    private static bool Concerns(IncidentUpdate withdrawal, IncidentUpdate other) =>
        other.Sender.SourceSystem == withdrawal.Sender.SourceSystem &&
        other.Sender.RequestId == withdrawal.Withdrawn.RequestId;
}
