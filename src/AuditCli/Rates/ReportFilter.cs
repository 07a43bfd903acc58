using CrimeAudit.V1;

namespace AuditCli.Rates;

/// <summary>Which reports and offences are asked about.</summary>
/// <param name="FromMonth">First month; empty: from the first.</param>
/// <param name="ToMonth">Last month; empty: to the last.</param>
/// <param name="Groups">Offence groups.</param>
/// <param name="Classes">Slugs of offence classes; with neither: every offence.</param>
internal sealed record ReportFilter(string FromMonth, string ToMonth, IReadOnlyList<OffenceGroup> Groups, IReadOnlyList<string> Classes);
