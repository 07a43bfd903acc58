namespace AuditCore.Evidence;

/// <summary>A unit drawn, with the ticket that drew it: stratum by stratum, each in ticket order.</summary>
/// <param name="Stratum">Place of the stratum in the plan, from 0.</param>
/// <param name="Position">Place in the stratum's ticket order, from 1.</param>
/// <param name="Unit">The unit id.</param>
/// <param name="Ticket">The ticket's digits.</param>
public sealed record BundleTicket(int Stratum, long Position, string Unit, string Ticket) : BundleLine;
