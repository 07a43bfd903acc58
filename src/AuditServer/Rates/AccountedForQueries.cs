using AuditCore.Recording;
using AuditCore.Recording.Rules;
using AuditCore.Reference;
using AuditServer.Ledger;
using AuditServer.Reference;
using AuditServer.Sequencing;
using CrimeAudit.V1;
using Google.Protobuf.WellKnownTypes;
using Microsoft.Extensions.Options;

namespace AuditServer.Rates;

/// <summary>The live accounted-for rate from the rollups, split at the deadline to the microsecond.</summary>
internal sealed class AccountedForQueries(
    LiveCountReads reads, SourceFreshnesses freshness, IOptions<RateOptions> options, TimeProvider clock)
{
    private const string Method = "accounted-for rate of alleged and presumed crimes; not a recording rate";

    public async Task<LiveAnswer> AnswerAsync(AccountedForQuestion question, CancellationToken cancel)
    {
        long taken = clock.GetTimestamp();
        DateTimeOffset now = clock.GetUtcNow();
        LiveCounts counts = await reads.ReadAsync(question, Micros.Of(now), cancel);
        AccountedForTable table = AccountedForTable.Of(counts, question.Breakdown, question.Classes);
        var response = new GetAccountedForRateResponse
        {
            Rows = { table.Rows(options.Value.MostRows) },
            Total = table.Total.ToRow(""),
            UnmatchedCrimeRecords = table.Total[AuditCore.Recording.RollupCount.UnmatchedCrimeRecord],
            DirectCrimeRecords = table.Total[AuditCore.Recording.RollupCount.DirectCrimeRecord],
            Method = Method,
            RuleVersion = RuleBook.Published.For(now).Name,
            Freshness = { freshness.Of(question.Force, counts.Sources, now) },
            AsOf = counts.Head.ToAsOf(now),
        };
        return new LiveAnswer(response, ChangesAt(counts, question.Classes, now), taken);
    }

    /// <summary>A crime is overdue, and a system stale, from the microsecond after.</summary>
    private DateTimeOffset? ChangesAt(LiveCounts counts, int classes, DateTimeOffset now)
    {
        IEnumerable<DateTimeOffset?> deadlines = counts.Pending
            .Where(p => OffenceClassFilter.Wants(classes, (OffenceClass)p.Class))
            .Select(p => (DateTimeOffset?)Micros.ToTime(p.NextDeadlineMicros + 1));
        return deadlines.Append(freshness.ChangesAt(counts.Sources, now)).Min();
    }
}
