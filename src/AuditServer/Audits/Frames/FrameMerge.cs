namespace AuditServer.Audits.Frames;

/// <summary>
/// Puts units of a stratum that stand under tokens back to where their ids stood, among the others that come in order: only so does a
/// frame have the digest that it was frozen with. What comes out is taken a page at a time.
/// </summary>
/// <param name="stratum">Place of the stratum in the plan.</param>
/// <param name="erased">The units of the whole frame under tokens, by stratum and place.</param>
internal sealed class FrameMerge(int stratum, IEnumerable<ErasedFrameUnit> erased)
{
    /// <summary>Units of a page: enough for what a page costs not to weigh, few enough to stay out of the heap of large objects.</summary>
    public const int PageUnits = 2_048;

    private readonly Queue<ErasedFrameUnit> left = new(erased.Where(u => u.Stratum == stratum));
    private List<FrameUnit> page = new(PageUnits);
    private long place;

    /// <summary>Whether there is enough for a page.</summary>
    public bool IsFull => page.Count >= PageUnits;

    /// <summary>Adds the units up to one that has its id, and it.</summary>
    public void Add(string unitId)
    {
        while (left.TryPeek(out ErasedFrameUnit? next) && next.Place == place)
        {
            AddErased();
        }

        Add(new FrameUnit(stratum, unitId));
    }

    /// <summary>Adds the units after the last one that has its id.</summary>
    public void AddRest()
    {
        while (left.Count > 0)
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

    private void AddErased()
    {
        ErasedFrameUnit unit = left.Dequeue();
        Add(new FrameUnit(stratum, unit.UnitId, unit));
    }

    private void Add(in FrameUnit unit)
    {
        page.Add(unit);
        place++;
    }
}
