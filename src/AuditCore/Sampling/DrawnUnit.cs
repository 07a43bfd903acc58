namespace AuditCore.Sampling;

/// <summary>A unit in a draw, with the ticket that put it there.</summary>
/// <param name="Id">The unit's id as it stands in the frame.</param>
/// <param name="Ticket">Its ticket under the draw's seed.</param>
public sealed record DrawnUnit(string Id, Ticket Ticket) : IComparable<DrawnUnit>
{
    /// <summary>Whether one unit is drawn before another.</summary>
    /// <param name="left">A unit.</param>
    /// <param name="right">A unit.</param>
    /// <returns>True when <paramref name="left"/> comes first.</returns>
    public static bool operator <(DrawnUnit? left, DrawnUnit? right) => Comparer<DrawnUnit>.Default.Compare(left, right) < 0;

    /// <summary>Whether one unit is drawn after another.</summary>
    /// <param name="left">A unit.</param>
    /// <param name="right">A unit.</param>
    /// <returns>True when <paramref name="left"/> comes last.</returns>
    public static bool operator >(DrawnUnit? left, DrawnUnit? right) => Comparer<DrawnUnit>.Default.Compare(left, right) > 0;

    /// <summary>Whether one unit is drawn before another or is the same.</summary>
    /// <param name="left">A unit.</param>
    /// <param name="right">A unit.</param>
    /// <returns>True unless <paramref name="left"/> comes last.</returns>
    public static bool operator <=(DrawnUnit? left, DrawnUnit? right) => Comparer<DrawnUnit>.Default.Compare(left, right) <= 0;

    /// <summary>Whether one unit is drawn after another or is the same.</summary>
    /// <param name="left">A unit.</param>
    /// <param name="right">A unit.</param>
    /// <returns>True unless <paramref name="left"/> comes first.</returns>
    public static bool operator >=(DrawnUnit? left, DrawnUnit? right) => Comparer<DrawnUnit>.Default.Compare(left, right) >= 0;

    /// <summary>Orders by ticket, then by id, both as plain text: the order of the draw.</summary>
    /// <param name="other">Another unit of the same draw.</param>
    /// <returns>Negative when this one is drawn first.</returns>
    public int CompareTo(DrawnUnit? other)
    {
        if (other is null)
            return 1;
        int byTicket = Ticket.CompareTo(other.Ticket);
        return byTicket != 0 ? byTicket : string.CompareOrdinal(Id, other.Id);
    }
}
