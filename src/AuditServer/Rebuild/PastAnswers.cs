using AuditCore.Recording;
using AuditCore.Reference;
using AuditServer.Errors;
using AuditServer.Overdue;
using AuditServer.Rates;
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
        { Rate: { } rate } => (await new AccountedForQueries(scratch.Rates, freshness, rates, new StoppedClock(question.At))
            .AnswerAsync(AccountedForQuestion.Read(rate), cancel)).Response,
        { Overdue: { } overdue } => await new OverdueQueries(
            scratch.Overdue, new OverdueMessages(reference, freshness), new StoppedClock(question.At))
            .ListAsync(overdue, overdue.Force.Length > 0 ? [overdue.Force] : EveryForce, cancel),
        _ => null,
    };
}
