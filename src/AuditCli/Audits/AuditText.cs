using System.Globalization;
using CrimeAudit.V1;

namespace AuditCli.Audits;

/// <summary>Audits in words.</summary>
internal static class AuditText
{
    /// <summary>An audit on one line: <c>tvp-2019 of thames-valley, 2018-07-01 to 2018-12-31: DRAWN, 600 of 12,345 units drawn, 12 not settled</c>.</summary>
    public static string Line(Audit audit)
    {
        string said = Title(audit.AuditId, audit.Plan, audit.State) + Withheld(audit.Seed.WithheldBy) + Awaited(audit);
        long drawn = audit.Strata.Sum(s => s.SampleSize);
        return audit.Frame is null ? said
            : drawn == 0 ? string.Create(CultureInfo.InvariantCulture, $"{said}, {audit.Frame.Units:N0} units in the frame")
            : string.Create(CultureInfo.InvariantCulture, $"{said}, {drawn:N0} of {audit.Frame.Units:N0} units drawn, {Open(audit):N0} not settled");
    }

    /// <summary>Which audit it is, and how far it has gone.</summary>
    public static string Title(string auditId, AuditPlan plan, AuditState state) =>
        $"{auditId} of {plan.Force}, {plan.WindowFrom} to {plan.WindowTo}: {StateOf(state)}";

    /// <summary>Who withheld a secret, to follow on a state: <c>, since the force withheld its secret</c>; nothing where nobody did.</summary>
    public static string Withheld(IReadOnlyList<SeedParty> parties) => parties.Count switch
    {
        0 => "",
        1 => $", since the {Words(parties[0].ToString())} withheld its secret past the time to reveal it",
        _ => $", since {string.Join(" and ", parties.Select(p => Words(p.ToString())))} withheld their secrets past the time to reveal them",
    };

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

    /// <summary>Until when secrets are awaited, to follow on a state; nothing where none is awaited in time.</summary>
    private static string Awaited(Audit audit) => audit.State == AuditState.Frozen && audit.Seed.RevealDue is { } due
        ? string.Create(CultureInfo.InvariantCulture, $", secrets to be revealed before {due.ToDateTime():u}")
        : "";

    private static long Open(Audit audit) => audit.Strata.Sum(s => Open(s.Progress));
}
