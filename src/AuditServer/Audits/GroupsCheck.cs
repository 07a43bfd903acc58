using AuditServer.Errors;
using CrimeAudit.V1;
using Google.Protobuf.Collections;

namespace AuditServer.Audits;

/// <summary>Checks offence groups that a filter or domain names.</summary>
internal static class GroupsCheck
{
    public static void Check(string field, RepeatedField<OffenceGroup> groups, Violations violations)
    {
        for (int i = 0; i < groups.Count; i++)
        {
            if (groups[i] == OffenceGroup.Unspecified || !Enum.IsDefined(groups[i]))
            {
                violations.Add(field, i, $"is {groups[i]}, which is no group; leave it out for every group");
            }
        }
    }
}
