using AuditCore.Reference;
using AuditServer.Ledger;
using AuditServer.Reference;
using AuditServer.Sequencing;
using CrimeAudit.V1;
using Google.Protobuf.WellKnownTypes;
using Microsoft.Extensions.Options;

namespace AuditServer.Rates;

/// <summary>
/// What goes with crimes of a force that nothing answers past their deadline. From the live counts, which hold each factor by offence class:
/// the cost grows with cells, not with incidents.
/// </summary>
internal sealed class LiveShortfalls(LiveCountReads reads, SourceFreshnesses freshness, IOptions<RateOptions> settings, TimeProvider clock)
{
    private static readonly (Breakdown Breakdown, Func<ShortfallTable> Table)[] Factors =
    [
        (Breakdown.Month, () => new ShortfallTable("month")),
        (Breakdown.OffenceClass, () => new ShortfallTable("offence-class", isOffenceClass: true)),
        (Breakdown.Area, () => new ShortfallTable("area")),
        (Breakdown.Channel, () => new ShortfallTable("channel")),
        (Breakdown.OpeningCode, () => new ShortfallTable("opening-code")),
        (Breakdown.Qualifier, () => new ShortfallTable("qualifier", isExclusive: false)),
    ];

    /// <exception cref="Errors.Fault">INVALID_FIELDS.</exception>
    public async Task<ExplainShortfallResponse> ExplainAsync(ExplainShortfallRequest request, CancellationToken cancel)
    {
        var question = ShortfallQuestion.Read(request, settings.Value.LowCountBelow);
        AccountedForQuestion[] byFactor =
            [.. Factors.Select(f => new AccountedForQuestion(request.Force, question.Months, f.Breakdown, question.Classes))];
        DateTimeOffset now = clock.GetUtcNow();
        IReadOnlyList<LiveCounts> counts = await reads.ReadAllAsync(byFactor, Micros.Of(now), cancel);
        ShortfallCounts whole = Whole(counts[0], question.Classes);
        ExplainShortfallResponse response = ShortfallMessages.Of(
            whole, [.. Factors.SelectMany((f, i) => Filled(f, counts[i], question.Classes).Levels(whole, question.MostLevels))], question.Options);
        response.Method = $"Alleged and presumed crimes answered or overdue, of live data; not a recording rate; {ShortfallMessages.Method}";
        response.Freshness.AddRange(freshness.Of(request.Force, counts[0].Sources, now));
        response.AsOf = counts[0].Head.ToAsOf(now);
        return response;
    }

    private static ShortfallCounts Whole(LiveCounts counts, int classes)
    {
        var whole = new ShortfallCounts();
        foreach (OffenceClass offenceClass in Wanted(classes))
        {
            (long crimes, long shortfalls) =
                AccountedForTable.Of(counts, Breakdown.Unspecified, OffenceClassFilter.Only(offenceClass)).Total.Judgement();
            whole.Add(offenceClass, crimes, shortfalls);
        }

        return whole;
    }

    private static ShortfallTable Filled((Breakdown Breakdown, Func<ShortfallTable> Table) factor, LiveCounts counts, int classes)
    {
        ShortfallTable table = factor.Table();
        foreach (OffenceClass offenceClass in Wanted(classes))
        {
            var rows = AccountedForTable.Of(counts, factor.Breakdown, OffenceClassFilter.Only(offenceClass));
            foreach ((string level, AccountedForTally tally) in rows.Tallies)
            {
                (long crimes, long shortfalls) = tally.Judgement();
                table.Add(level, offenceClass, crimes, shortfalls);
            }
        }

        return table;
    }

    private static IEnumerable<OffenceClass> Wanted(int classes) => OffenceClasses.All.Where(c => OffenceClassFilter.Wants(classes, c));
}
