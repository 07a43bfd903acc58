using AuditCore.Recording;
using CoreGroup = AuditCore.Reference.OffenceGroup;

namespace AuditServer.Rates;

/// <summary>The groups that have volumes, in the order in which they are shown.</summary>
internal static class VolumeGroups
{
    public static IReadOnlyList<VolumeGroup> All { get; } = [new(CoreGroup.Violence), new(CoreGroup.Sexual), new(CoreGroup.Other)];
}

/// <summary>A group by its name in the reference data, in estimates and in the contract.</summary>
internal sealed record VolumeGroup(CoreGroup Group)
{
    public string Name => Group.ToString();

    public CrimeAudit.V1.OffenceGroup Message => Group.ToMessage();
}
