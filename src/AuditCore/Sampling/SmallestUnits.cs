namespace AuditCore.Sampling;

/// <summary>The n units with the smallest tickets among those offered, in a heap with the largest of them on top.</summary>
internal sealed class SmallestUnits(int n)
{
    private static readonly Comparer<DrawnUnit> LargestFirst = Comparer<DrawnUnit>.Create((a, b) => b.CompareTo(a));

    private readonly PriorityQueue<uint, DrawnUnit> heap = new(LargestFirst);

    /// <summary>The lead of the largest unit held: a unit with a larger one cannot be among the smallest.</summary>
    private uint largestLead = uint.MaxValue;

    public void Offer(string id, ReadOnlySpan<byte> digest)
    {
        uint lead = TicketDigits.Lead(digest);
        if (n == 0 || lead > largestLead)
            return;
        DrawnUnit unit = new(id, Ticket.FromDigest(digest));
        if (heap.Count < n)
            heap.Enqueue(lead, unit);
        else
            heap.EnqueueDequeue(lead, unit);
        if (heap.Count == n)
            largestLead = heap.Peek();
    }

    public IReadOnlyList<DrawnUnit> InOrder() => [.. heap.UnorderedItems.Select(item => item.Priority).Order()];
}
