using AuditServer.Sequencing;
using CrimeAudit.V1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace AuditServer.Ledger;

/// <summary>What an answer was computed from, in the contract's words.</summary>
internal static class AsOfMessage
{
    public static AsOf ToAsOf(this LogHead head, DateTimeOffset now) => new()
    {
        TreeSize = head.Size,
        // No server serves a log whose tree is not derived.
        RootHash = ByteString.CopyFrom(head.Root ?? throw new InvalidOperationException("The log's tree is not derived yet.")),
        EvaluatedTime = now.ToTimestamp(),
    };
}
