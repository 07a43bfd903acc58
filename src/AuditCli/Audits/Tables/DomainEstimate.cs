using CrimeAudit.V1;

namespace AuditCli.Audits.Tables;

/// <summary>An estimate with the name of its domain.</summary>
/// <param name="Domain"><c>all crime</c>, <c>violence</c>.</param>
/// <param name="Estimate">The estimate.</param>
internal sealed record DomainEstimate(string Domain, EstimateRecordingRateResponse Estimate);
