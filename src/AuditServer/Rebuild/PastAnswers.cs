using AuditCore.Recording;
using AuditCore.Reference;
using AuditServer.Errors;
using AuditServer.Overdue;
using AuditServer.Rates;
using CrimeAudit.V1;
using Google.Protobuf;
using Microsoft.Extensions.Options;

namespace AuditServer.Rebuild;

/// <summary>Answers from a replayed beginning of the log, by the code that answers live.</summary>
internal sealed class PastAnswers(IRecordingReference reference, SourceFreshnesses freshness, IOptions<RateOptions> rates)
{
    // As a caller who may ask about every force is answered.
    private static readonly string[] EveryForce = [.. Forces.All.Select(f => f.Slug).Order(StringComparer.Ordinal)];

    /// <summary>What the service answered; null when nothing is asked.</summary>
    /// <exception cref="Fault">It would have refused to.</exception>
    public async Task<IMessage?> AnswerAsync(ScratchLog scratch, PastQuestion? question, CancellationToken cancel) => question switch
    {
        { Rate: { } rate } => await AnswerAsync(scratch, rate, new StoppedClock(question.At), cancel),
        { Overdue: { } overdue } => await new OverdueQueries(
            scratch.Overdue, new OverdueMessages(reference, freshness), new StoppedClock(question.At))
            .ListAsync(overdue, overdue.Force.Length > 0 ? [overdue.Force] : EveryForce, cancel),
        _ => null,
    };

    private async Task<IMessage> AnswerAsync(ScratchLog scratch, GetAccountedForRateRequest rate, StoppedClock at, CancellationToken cancel)
    {
        using var counts = new LiveCountReads(scratch.Rates);
        var queries = new AccountedForQueries(counts, freshness, rates, at);
        return (await queries.AnswerAsync(AccountedForQuestion.Read(rate), cancel)).Response;
    }
}
