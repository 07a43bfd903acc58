using System.Collections.Frozen;
using CrimeAudit.V1;

namespace AuditCore.Recording.Rules;

/// <summary>A set of signs of a report, all of which must be there. An empty list asks for nothing.</summary>
/// <param name="OpeningCodes">Opening codes, one of which the report had at some time, as tags.</param>
/// <param name="Qualifiers">Qualifiers, one of which the report had at some time.</param>
/// <param name="ReporterKinds">Who reports.</param>
public sealed record PresumptionCondition(
    FrozenSet<string> OpeningCodes, FrozenSet<string> Qualifiers, FrozenSet<ReporterKind> ReporterKinds);
