namespace AuditServer.Audits;

/// <summary>Where an item stands in a sample.</summary>
/// <param name="Stratum">Place of its stratum in the plan.</param>
/// <param name="Position">Place in the stratum's ticket order, from 1.</param>
internal readonly record struct ItemPlace(int Stratum, long Position);
