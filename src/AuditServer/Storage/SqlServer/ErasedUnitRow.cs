using AuditServer.Audits;

namespace AuditServer.Storage.SqlServer;

/// <summary>A unit of a frame under a token.</summary>
internal sealed class ErasedUnitRow
{
    public int Stratum { get; init; }

    public long Place { get; init; }

    public string UnitId { get; init; } = "";

    public byte[] LeafHash { get; init; } = [];

    public string Ticket { get; init; } = "";

    public ErasedFrameUnit ToUnit() => new(Stratum, Place, UnitId, LeafHash, Ticket);
}
