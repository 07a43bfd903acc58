using CrimeAudit.V1;
using Google.Protobuf;

namespace AuditServer.Audits.Frames;

/// <summary>What one attempt staged.</summary>
internal sealed record StagedFrame(long Attempt, long TreeSize, FrameTally Tally, byte[] Digest)
{
    /// <summary>The frame as the log holds it.</summary>
    /// <param name="acceptedMicros">When its entry is accepted.</param>
    public FrameFrozen ToFrozen(long acceptedMicros)
    {
        Frame frame = Tally.ToFrame();
        frame.TreeSize = TreeSize;
        frame.Digest = ByteString.CopyFrom(Digest);
        frame.FrozenTime = AuditFold.TimeOf(acceptedMicros);
        return new FrameFrozen { Frame = frame, Strata = { Tally.ToStrata() } };
    }
}
