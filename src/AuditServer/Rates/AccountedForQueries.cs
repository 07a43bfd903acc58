using AuditCore.Recording.Rules;
using AuditCore.Recording;
using AuditCore.Reference;
using AuditServer.Ledger;
using AuditServer.Sequencing;
using CrimeAudit.V1;
using Google.Protobuf.WellKnownTypes;

namespace AuditServer.Rates;

/// <summary>The live accounted-for rate from the rollups, split at the deadline to the microsecond.</summary>
internal sealed class AccountedForQueries(IRateReads reads, SourceFreshnesses freshness, TimeProvider clock)
{
    private const string Method = "accounted-for rate of alleged crimes";

    public async Task<GetAccountedForRateResponse> AnswerAsync(AccountedForQuestion question, CancellationToken cancel)
    {
        DateTimeOffset now = clock.GetUtcNow();
        LiveCounts counts = await reads.ReadAsync(question, Micros.Of(now), cancel);
        var rows = new SortedDictionary<string, AccountedForTally>(StringComparer.Ordinal);
        var total = new AccountedForTally();
        foreach (RollupRow row in counts.Rollups)
        {
            RowOf(rows, question.Breakdown, row.Month, row.Class).Add((RollupCount)row.Counted, row.Number);
            total.Add((RollupCount)row.Counted, row.Number);
        }

        foreach (PendingRow row in counts.Pending)
        {
            RowOf(rows, question.Breakdown, row.Month, row.Class).AddPending(row.Presumed != 0, row.Number);
            total.AddPending(row.Presumed != 0, row.Number);
        }

        return new GetAccountedForRateResponse
        {
            Rows = { rows.Where(r => r.Value.HasCrimes).Select(r => r.Value.ToRow(r.Key)) },
            Total = total.ToRow(""),
            UnmatchedCrimeRecords = total[RollupCount.UnmatchedCrimeRecord],
            DirectCrimeRecords = total[RollupCount.DirectCrimeRecord],
            Method = Method,
            RuleVersion = RuleBook.Published.For(now).Name,
            Freshness = { counts.Sources.Select(s => freshness.Of(s, now)) },
            AsOf = counts.Head.ToAsOf(now),
        };
    }

    private static AccountedForTally RowOf(SortedDictionary<string, AccountedForTally> rows, Breakdown breakdown, long month, long offenceClass)
    {
        string key = KeyOf(breakdown, (int)month, (OffenceClass)offenceClass);
        if (!rows.TryGetValue(key, out AccountedForTally? tally))
        {
            rows.Add(key, tally = new AccountedForTally());
        }

        return tally;
    }

    private static string KeyOf(Breakdown breakdown, int month, OffenceClass offenceClass) => breakdown switch
    {
        Breakdown.Month => month == 0 ? "unknown" : $"{month / 100:0000}-{month % 100:00}",
        Breakdown.OffenceClass => offenceClass.Slug(),
        Breakdown.OffenceGroup => offenceClass.Group() switch
        {
            AuditCore.Reference.OffenceGroup.Violence => "violence",
            AuditCore.Reference.OffenceGroup.Sexual => "sexual",
            AuditCore.Reference.OffenceGroup.Other => "other",
            _ => "unknown",
        },
        _ => "",
    };
}
