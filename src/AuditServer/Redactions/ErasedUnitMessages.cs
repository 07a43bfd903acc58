using AuditServer.Audits;
using CrimeAudit.V1;
using Google.Protobuf;

namespace AuditServer.Redactions;

/// <summary>Units under tokens in the contract's words, and back.</summary>
internal static class ErasedUnitMessages
{
    public static ErasedUnit ToMessage(this ErasedFrameUnit unit, string auditId) => new()
    {
        AuditId = auditId,
        Stratum = unit.Stratum,
        Place = unit.Place,
        UnitId = unit.UnitId,
        LeafHash = ByteString.CopyFrom(unit.LeafHash),
        Ticket = unit.Ticket,
    };

    public static ErasedFrameUnit ToUnit(this ErasedUnit message) =>
        new(message.Stratum, message.Place, message.UnitId, message.LeafHash.ToByteArray(), message.Ticket);
}
