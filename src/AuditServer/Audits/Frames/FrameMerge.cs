namespace AuditServer.Audits.Frames;

/// <summary>
/// Puts units that stand under tokens back to where their ids stood, among the others that come in order: only so does a frame have the
/// digest that it was frozen with. What comes out is taken a page at a time.
/// </summary>
/// <param name="erased">The units under tokens, by stratum and place.</param>
internal sealed class FrameMerge(IReadOnlyList<ErasedFrameUnit> erased)
{
    /// <summary>Units of a page: enough for what a page costs not to weigh, few enough for a processor's cache.</summary>
    public const int PageUnits = 4_096;

    private List<FrameUnit> page = new(PageUnits);
    private int taken;
    private int stratum = -1;
    private long place;

    /// <summary>Whether there is enough for a page.</summary>
    public bool IsFull => page.Count >= PageUnits;

    /// <summary>Adds the units up to one that has its id, and it.</summary>
    /// <param name="ofStratum">Place of its stratum in the plan.</param>
    /// <param name="unitId">Its id.</param>
    public void Add(int ofStratum, string unitId)
    {
        while (taken < erased.Count && (erased[taken].Stratum < ofStratum || IsAt(ofStratum)))
        {
            AddErased();
        }

        Step(ofStratum);
        page.Add(new FrameUnit(ofStratum, unitId));
    }

    /// <summary>Adds the units after the last one that has its id.</summary>
    public void AddRest()
    {
        while (taken < erased.Count)
        {
            AddErased();
        }
    }

    /// <summary>Takes what was added since the last page.</summary>
    public IReadOnlyList<FrameUnit> TakePage()
    {
        List<FrameUnit> full = page;
        page = new List<FrameUnit>(PageUnits);
        return full;
    }

    private bool IsAt(int ofStratum) =>
        erased[taken].Stratum == ofStratum && erased[taken].Place == (ofStratum == stratum ? place : 0);

    private void AddErased()
    {
        ErasedFrameUnit unit = erased[taken++];
        Step(unit.Stratum);
        page.Add(new FrameUnit(unit.Stratum, unit.UnitId, unit));
    }

    private void Step(int ofStratum)
    {
        place = ofStratum == stratum ? place + 1 : 1;
        stratum = ofStratum;
    }
}
