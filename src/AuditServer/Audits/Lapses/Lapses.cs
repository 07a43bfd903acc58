using AuditServer.Sequencing;
using CrimeAudit.V1;

namespace AuditServer.Audits.Lapses;

/// <summary>
/// Times of one kind that run out: those that have are looked for, a page at a time, and each is made a step of its audit in a turn, which
/// decides on what stands there.
/// </summary>
/// <typeparam name="TDue">What has run out, as it is listed.</typeparam>
internal abstract class Lapses<TDue>(Sequencer sequencer, TimeProvider clock) : ILapses
{
    private const int AtOnce = 500;

    public async Task LapseAsync(CancellationToken cancel)
    {
        int found;
        do
        {
            IReadOnlyList<TDue> due = await ListDueAsync(Micros.Of(clock.GetUtcNow()), AtOnce, cancel);
            await Task.WhenAll(due.Select(one => sequencer.RunAsync((turn, token) => LapseAsync(turn, one, token), cancel)));
            found = due.Count;
        }
        while (found == AtOnce);
    }

    /// <summary>What has run out by a time, the longest overdue first.</summary>
    protected abstract Task<IReadOnlyList<TDue>> ListDueAsync(long nowMicros, int atMost, CancellationToken cancel);

    /// <returns>Whether it lapsed in this turn.</returns>
    protected abstract ValueTask<bool> LapseAsync(Turn turn, TDue due, CancellationToken cancel);

    /// <summary>Takes the step, once under its name.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="step">What the service itself does.</param>
    /// <param name="name">Of the step in its audit; the same whoever looks.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>Whether it was taken in this turn.</returns>
    protected static async ValueTask<bool> TakeAsync(Turn turn, AuditEvent step, string name, CancellationToken cancel)
    {
        var request = new ReceiptRequest(step.AuditId, $"{ReceiptSteps.ReservedPrefix}{name}")
        {
            Permit = _ => { },
            IsSame = step.Equals,
            Decide = (_, _, _) => ValueTask.FromResult<AuditEvent?>(step),
        };
        return !(await ReceiptSteps.TakeAsync(turn, request, cancel)).Replayed;
    }
}
