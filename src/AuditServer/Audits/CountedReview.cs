using CrimeAudit.V1;

namespace AuditServer.Audits;

/// <summary>What an estimate reads of an item.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="UnitId">The unit.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Review">The stored bytes of the entry whose review counts; null while there is none.</param>
internal readonly record struct CountedReview(ItemPlace Place, string UnitId, ItemState State, byte[]? Review);
