namespace AuditServer.Redactions;

/// <summary>Where a unit stands in a frame.</summary>
/// <param name="Stratum">Place of its stratum in the plan.</param>
/// <param name="Before">How many units of the stratum that are not under tokens stand before it.</param>
internal sealed record UnitStanding(int Stratum, long Before);
