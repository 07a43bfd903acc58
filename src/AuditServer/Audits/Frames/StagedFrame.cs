using CrimeAudit.V1;
using Google.Protobuf;

namespace AuditServer.Audits.Frames;

/// <summary>What one attempt staged.</summary>
internal sealed record StagedFrame(
    long Attempt, long TreeSize, IReadOnlyList<long> Sizes, long OutsideStrata, long TimeUncertain, byte[] Digest)
{
    /// <summary>The frame as the log holds it.</summary>
    /// <param name="audit">The audit that it is of.</param>
    /// <param name="acceptedMicros">When its entry is accepted.</param>
    public FrameFrozen ToFrozen(Audit audit, long acceptedMicros)
    {
        var frozen = new FrameFrozen
        {
            Frame = new Frame
            {
                TreeSize = TreeSize,
                Units = Sizes.Sum(),
                OutsideStrata = OutsideStrata,
                TimeUncertain = TimeUncertain,
                Digest = ByteString.CopyFrom(Digest),
                FrozenTime = AuditFold.TimeOf(acceptedMicros),
            },
        };
        frozen.Strata.AddRange(audit.Plan.Strata.Select((s, i) => new FrameStratum { Name = s.Name, FrameSize = Sizes[i] }));
        return frozen;
    }
}
