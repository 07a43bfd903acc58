namespace AuditServer.Audits.Frames;

/// <summary>
/// Puts units that stand under tokens back to where their ids stood, among the others that come in order: only so does a frame have the
/// digest that it was frozen with.
/// </summary>
/// <param name="erased">The units under tokens, by stratum and place.</param>
internal sealed class FrameMerge(IReadOnlyList<ErasedFrameUnit> erased)
{
    private int taken;
    private int stratum = -1;
    private long place;

    /// <summary>The units up to one that has its id, and with it.</summary>
    /// <param name="ofStratum">Place of its stratum in the plan.</param>
    /// <param name="unitId">Its id.</param>
    public IEnumerable<FrameUnit> Next(int ofStratum, string unitId)
    {
        while (taken < erased.Count && (erased[taken].Stratum < ofStratum || IsAt(ofStratum)))
        {
            yield return Take();
        }

        Step(ofStratum);
        yield return new FrameUnit(ofStratum, unitId);
    }

    /// <summary>The units after the last one that has its id.</summary>
    public IEnumerable<FrameUnit> Rest()
    {
        while (taken < erased.Count)
        {
            yield return Take();
        }
    }

    private bool IsAt(int ofStratum) =>
        erased[taken].Stratum == ofStratum && erased[taken].Place == (ofStratum == stratum ? place : 0);

    private FrameUnit Take()
    {
        ErasedFrameUnit unit = erased[taken++];
        Step(unit.Stratum);
        return new FrameUnit(unit.Stratum, unit.UnitId, unit);
    }

    private void Step(int ofStratum)
    {
        place = ofStratum == stratum ? place + 1 : 1;
        stratum = ofStratum;
    }
}
