using AuditCore.Reference;

namespace AuditCore.Recording;

/// <summary>The cell of the live counts to which an alleged crime or a crime record belongs.</summary>
/// <param name="Month">Month of the report in Europe/London as year × 100 + month, <c>201902</c>; 0 when unknown.</param>
/// <param name="Class">Class of the offence, which also gives its group.</param>
public readonly record struct RollupCell(int Month, OffenceClass Class);
