using System.Globalization;
using CrimeAudit.V1;

namespace AuditCli.Audits;

/// <summary>Audits in words.</summary>
internal static class AuditText
{
    /// <summary>An audit on one line: <c>tvp-2019 of thames-valley, 2018-07-01 to 2018-12-31: DRAWN, 600 of 12,345 units drawn, 12 not settled</c>.</summary>
    public static string Line(Audit audit)
    {
        string said = Title(audit.AuditId, audit.Plan, audit.State);
        long drawn = audit.Strata.Sum(s => s.SampleSize);
        return audit.Frame is null ? said
            : drawn == 0 ? string.Create(CultureInfo.InvariantCulture, $"{said}, {audit.Frame.Units:N0} units in the frame")
            : string.Create(CultureInfo.InvariantCulture, $"{said}, {drawn:N0} of {audit.Frame.Units:N0} units drawn, {Open(audit):N0} not settled");
    }

    /// <summary>Which audit it is, and how far it has gone.</summary>
    public static string Title(string auditId, AuditPlan plan, AuditState state) =>
        $"{auditId} of {plan.Force}, {plan.WindowFrom} to {plan.WindowTo}: {StateOf(state)}";

    /// <summary>A state as the contract spells it, without its prefix.</summary>
    public static string StateOf(AuditState state) => state.ToString().ToUpperInvariant();

    /// <summary>A name in camel case as words: <c>NotRecorded</c> is <c>not recorded</c>.</summary>
    public static string Words(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : " ") + char.ToLowerInvariant(c) : c.ToString()));

    /// <summary>Counts of where items stand, in the order in which they pass through.</summary>
    public static IEnumerable<(string State, long Items)> Places(ReviewProgress progress) => ReviewProgress.Descriptor.Fields.InFieldNumberOrder()
        .Select(f => (f.Name.Replace('_', ' '), (long)f.Accessor.GetValue(progress)));

    /// <summary>Items on which something is still to be done.</summary>
    public static long Open(ReviewProgress? progress) => progress is null ? 0 : Places(progress).Sum(p => p.Items) - progress.Settled - progress.Unavailable;

    private static long Open(Audit audit) => audit.Strata.Sum(s => Open(s.Progress));
}
