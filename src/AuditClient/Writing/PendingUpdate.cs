using CrimeAudit.V1;

namespace CrimeAudit.Client;

/// <summary>
/// An update without a result. A struct in the ring, so that a plain write allocates nothing; <see cref="Ticket"/> is
/// there only when somebody waits for this very update.
/// </summary>
internal struct PendingUpdate(long number, IncidentUpdate update, int size, TaskCompletionSource<Receipt>? ticket)
{
    /// <summary>Its place among everything written, from 1.</summary>
    public long Number { get; } = number;

    public IncidentUpdate Update { get; } = update;

    public TaskCompletionSource<Receipt>? Ticket { get; } = ticket;

    /// <summary>Bytes on the wire, measured by the caller of the write rather than under the queue's lock.</summary>
    public int Size { get; } = size;

    /// <summary>It has its result, and only waits for those before it to leave.</summary>
    public bool Settled { get; set; }
}
