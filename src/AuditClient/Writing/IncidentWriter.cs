using CrimeAudit.V1;

namespace CrimeAudit.Client;

/// <summary>
/// Streams updates to the service, in the order of the calls: many a message, with a bounded number on the way, re-sent
/// with their request ids after a lost connection. Safe for use by many threads. Disposing flushes.
/// </summary>
/// <remarks>
/// A refused update never fails another one, and each refusal is told in exactly one place: to the task of
/// <see cref="SubmitAsync"/>; else to <see cref="IncidentWriterOptions.OnRejected"/>; else by the next flush.
/// When the writer itself fails (it gave up, or the service refused the stream), every call and everything that waits
/// throws that failure, and <see cref="GetUnacknowledged"/> holds what may not have arrived.
/// </remarks>
public abstract class IncidentWriter : IAsyncDisposable
{
    /// <summary>Every update up to this place, from 1 in the order of the calls, has its result: it is durable, or it was refused.</summary>
    public long DurableThrough => Progress.DurableThrough;

    /// <summary>How far the writer has come.</summary>
    public abstract WriterProgress Progress { get; }

    /// <summary>
    /// Writes an update. Waits only while <see cref="IncidentWriterOptions.MaxInFlight"/> updates are without a result.
    /// Calls keep their order even if they are not awaited one by one.
    /// </summary>
    /// <param name="update">The update; the writer keeps it until it has its result, so do not change it.</param>
    /// <param name="cancellationToken">Ends the wait for room, and then the update is not written. No effect once the call is done.</param>
    /// <returns>
    /// Done when the writer has taken it, which does not mean that it is durable. With <see cref="IncidentWriterOptions.Spool"/>: done
    /// when the disk has it, and the only wait for room is that for <see cref="SpoolOptions.MaxSize"/>.
    /// </returns>
    /// <exception cref="CrimeAuditException">The writer has failed.</exception>
    /// <exception cref="UpdatesRejectedException">
    /// The spool is full behind refusals of which nobody had been told; now somebody has, and this update was not taken: write it again.
    /// </exception>
    /// <exception cref="IOException">
    /// The spool could not be written; the update was not taken: write it again. Where it was the flush of the disk that failed and the power
    /// is lost after that, the disk may have the update all the same, and the next writer sends it; with the same request id that doubles
    /// nothing.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The writer is disposed of.</exception>
    public abstract ValueTask WriteAsync(IncidentUpdate update, CancellationToken cancellationToken = default);

    /// <summary>
    /// Writes an update and waits for its own result. For many updates whose receipts do not matter,
    /// <see cref="WriteAsync"/> costs less.
    /// </summary>
    /// <param name="update">The update; do not change it until the task is done.</param>
    /// <param name="cancellationToken">
    /// Ends the wait. While it waits for room the update is then not written; after that it may still become durable.
    /// </param>
    /// <returns>The receipt, once the update is durable.</returns>
    /// <exception cref="CrimeAuditException">This update was refused, as the unary call would say; or the writer has failed.</exception>
    /// <exception cref="ObjectDisposedException">The writer is disposed of.</exception>
    public abstract Task<Receipt> SubmitAsync(IncidentUpdate update, CancellationToken cancellationToken = default);

    /// <summary>Waits until everything written before this call is durable or refused. Sends at once what waits for company.</summary>
    /// <param name="cancellationToken">Ends the wait; nothing that was written is taken back.</param>
    /// <returns>Done when everything written before has its result.</returns>
    /// <exception cref="UpdatesRejectedException">
    /// Without <see cref="IncidentWriterOptions.OnRejected"/>: updates of <see cref="WriteAsync"/> were refused since the last
    /// report. Everything else is durable, and the writer goes on.
    /// </exception>
    /// <exception cref="CrimeAuditException">The writer has failed.</exception>
    public abstract Task FlushAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// What was written and has no result yet, in order. After a failure: what to write again, with the same request ids; with a spool
    /// the next writer does so.
    /// </summary>
    /// <returns>A copy of the list as it is now.</returns>
    public abstract IReadOnlyList<IncidentUpdate> GetUnacknowledged();

    /// <summary>
    /// Stops at once: everything that waits fails with <see cref="OperationCanceledException"/>. What was sent may still
    /// become durable; a spool keeps what has no result. Disposing afterwards does not wait and does not throw.
    /// </summary>
    public abstract void Abort();

    /// <summary>
    /// Flushes and closes; waits at most <see cref="IncidentWriterOptions.GiveUpAfter"/> without progress. Throws as
    /// <see cref="FlushAsync"/> does, unless a call has thrown that failure already. With a spool it waits at most
    /// <see cref="SpoolOptions.ClosingWait"/> without progress, and what is left then is no failure: the next writer sends it.
    /// </summary>
    /// <returns>Done when closed.</returns>
    /// <exception cref="CrimeAuditException">The writer has failed, or updates were refused, and no call has said so yet.</exception>
    public abstract ValueTask DisposeAsync();
}
