using CrimeAudit.V1;

namespace AuditCli.Demo.Month;

/// <summary>What the month came to.</summary>
/// <param name="Inspection">The inspection of its reports.</param>
/// <param name="Live">The live accounted-for rate.</param>
/// <param name="Truth">What the simulation knows.</param>
internal sealed record MonthResult(InspectionResult Inspection, GetAccountedForRateResponse Live, KnownTruth Truth);
