namespace AuditServer.Audits;

/// <summary>A unit of a frozen frame whose incident was erased: it stands under a token, and keeps what followed from its id.</summary>
/// <param name="Stratum">Place of its stratum in the plan.</param>
/// <param name="Place">How many units of the stratum stand before it.</param>
/// <param name="UnitId">The unit id that stands in for it.</param>
/// <param name="LeafHash">The leaf that its id made in the frame's digest.</param>
/// <param name="Ticket">Its ticket; empty where the seed was never known.</param>
internal sealed record ErasedFrameUnit(int Stratum, long Place, string UnitId, byte[] LeafHash, string Ticket);
