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
        RootHash = head.RootHash(),
        EvaluatedTime = now.ToTimestamp(),
    };

    /// <summary>The root of the log's tree. No server serves a log of which it is not derived.</summary>
    public static ByteString RootHash(this LogHead head) =>
        ByteString.CopyFrom(head.Root ?? throw new InvalidOperationException("The log's tree is not derived yet."));
}
