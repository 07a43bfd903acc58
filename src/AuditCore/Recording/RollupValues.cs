using System.Collections.Frozen;
using CrimeAudit.V1;
using Google.Protobuf.Reflection;

namespace AuditCore.Recording;

/// <summary>The values under which an incident's crimes are counted.</summary>
public static class RollupValues
{
    private static readonly FrozenDictionary<int, string> Channels = Names("Channel");
    private static readonly FrozenDictionary<int, string> Reasons = Names("NotRecordedReason");

    /// <summary>A channel as the contract names it; empty for one that it does not know.</summary>
    /// <param name="channel">The channel.</param>
    public static string NameOf(Channel channel) => Channels.GetValueOrDefault((int)channel, "");

    /// <summary>The values of a report, the same for each of its crimes.</summary>
    internal static List<RollupValue> Of(IncidentState state)
    {
        var values = new List<RollupValue>(4 + Math.Max(1, state.Qualifiers.Count))
        {
            new(RollupDimension.Area, state.Area),
            new(RollupDimension.Channel, NameOf(state.Channel)),
            new(RollupDimension.OpeningCode, state.OpeningCode),
            new(RollupDimension.ClosingCode, state.ClosingCode),
        };
        foreach (string qualifier in state.Qualifiers)
        {
            values.Add(new RollupValue(RollupDimension.Qualifier, qualifier));
        }

        if (state.Qualifiers.Count == 0)
        {
            values.Add(new RollupValue(RollupDimension.Qualifier, ""));
        }

        return values;
    }

    internal static RollupValue Of(NotRecordedReason reason) => new(RollupDimension.NotRecordedReason, Reasons.GetValueOrDefault((int)reason, ""));

    private static FrozenDictionary<int, string> Names(string descriptor)
    {
        EnumDescriptor values = IncidentsReflection.Descriptor.EnumTypes.Single(e => e.Name == descriptor);
        return values.Values.ToFrozenDictionary(v => v.Number, v => v.Name);
    }
}
