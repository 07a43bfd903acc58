using AuditServer.Sequencing;
using CrimeAudit.V1;
using Microsoft.Extensions.Options;

namespace AuditServer.Audits.Reviews;

/// <summary>
/// Makes entries of response windows that have passed: silence accepts. Every instance looks; the turn decides on the item as it
/// stands there, under a request id made of the finding, so that a finding lapses once however many look.
/// </summary>
internal sealed partial class ResponseLapses(
    Sequencer sequencer, IAuditReads reads, TimeProvider clock, IOptions<ReviewOptions> options, ILogger<ResponseLapses> logger)
    : BackgroundService
{
    private const int AtOnce = 500;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ticks = new PeriodicTimer(options.Value.LapseInterval, clock);
        while (await ticks.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LapseAsync(stoppingToken);
            }
#pragma warning disable CA1031 // It is told; the next look finds the same findings, and they are accepted meanwhile as it is.
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailing(logger, exception);
            }
#pragma warning restore CA1031
        }
    }

    private async Task LapseAsync(CancellationToken cancel)
    {
        int found;
        do
        {
            IReadOnlyList<DueItem> due = await reads.ListDueAsync(Micros.Of(clock.GetUtcNow()), AtOnce, cancel);
            await Task.WhenAll(due.Select(item => sequencer.RunAsync((turn, token) => LapseAsync(turn, item, token), cancel)));
            found = due.Count;
        }
        while (found == AtOnce);
    }

    /// <returns>Whether the finding lapsed in this turn.</returns>
    private static async ValueTask<bool> LapseAsync(Turn turn, DueItem due, CancellationToken cancel)
    {
        AuditRecord? audit = await turn.Log.Audits.FindAsync(due.AuditId, cancel);
        SampleItemRow? item = audit is null ? null : await turn.Log.Audits.FindItemAsync(audit.No, due.UnitId, cancel);
        if (item?.DueMicros is not { } until || until > turn.AcceptedMicros || !AuditTransitions.Allows(audit!.Document, AuditStep.Respond))
        {
            return false;
        }

        IReadOnlyList<LoggedStep> history = await ItemWriter.HistoryAsync(turn, audit, item, cancel);
        var step = new AuditEvent
        {
            AuditId = audit.Id,
            Answered = new FindingAnswered { UnitId = item.UnitId, Lapsed = AuditFold.TimeOf(until) },
        };
        var request = new ReceiptRequest(audit.Id, $"{ReceiptSteps.ReservedPrefix}lapse/{history[^1].EntryIndex}")
        {
            Permit = _ => { },
            IsSame = step.Equals,
            Decide = (_, _, _) => ValueTask.FromResult<AuditEvent?>(step),
        };
        return !(await ReceiptSteps.TakeAsync(turn, request, cancel)).Replayed;
    }

    [LoggerMessage(LogLevel.Warning, "Response windows that have passed could not be looked for; they are looked for again")]
    private static partial void LogFailing(ILogger logger, Exception exception);
}
