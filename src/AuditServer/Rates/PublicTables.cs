using System.Globalization;
using AuditCore.Recording;
using AuditCore.Recording.Rules;
using AuditServer.Ledger;
using AuditServer.Reference;
using AuditServer.Sequencing;
using CrimeAudit.V1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace AuditServer.Rates;

/// <summary>
/// The tables that everybody may see: one a force and day, made by whoever asks first and then kept, so that each who asks that
/// day gets the same bytes. Who asks often learns no more than who asks once.
/// </summary>
internal sealed class PublicTables(
    LiveCountReads rates, IPublicTableReads tables, SourceFreshnesses freshness, Sequencer sequencer, TimeProvider clock)
    : IDisposable
{
    private const int RoundedTo = 5;
    private const string Method = "accounted-for rate of alleged and presumed crimes, rounded; not a recording rate";

    // Of all who ask first on this instance one makes the table, and the others find it.
    private readonly SemaphoreSlim making = new(1);

    public async Task<GetPublicTableResponse> ReadAsync(string force, CancellationToken cancel)
    {
        if (await FindAsync(force, cancel) is { } made)
        {
            return made;
        }

        await making.WaitAsync(cancel);
        try
        {
            return await FindAsync(force, cancel) ?? await MakeAsync(force, cancel);
        }
        finally
        {
            making.Release();
        }
    }

    public void Dispose() => making.Dispose();

    /// <summary>The table of today; a later day's is of an instance whose clock is ahead: what was told once stands.</summary>
    private async Task<GetPublicTableResponse?> FindAsync(string force, CancellationToken cancel) =>
        await tables.FindAsync(force, cancel) is { } made && made.Day >= NumberOf(LondonTime.DayOf(clock.GetUtcNow()))
            ? GetPublicTableResponse.Parser.ParseFrom(made.Document)
            : null;

    private async Task<GetPublicTableResponse> MakeAsync(string force, CancellationToken cancel)
    {
        DateTimeOffset now = clock.GetUtcNow();
        DateOnly day = LondonTime.DayOf(now);
        LiveCounts counts = await rates.ReadAsync(AccountedForQuestion.Whole(force), Micros.Of(now), cancel);
        await KeepAsync(force, NumberOf(day), Make(force, day, counts, now).ToByteArray(), cancel);
        // Another may have been first: what is kept is the answer.
        StoredPublicTable kept = await tables.FindAsync(force, cancel) ?? throw new InvalidOperationException("The table just kept is gone.");
        return GetPublicTableResponse.Parser.ParseFrom(kept.Document);
    }

    /// <summary>In a turn, so that of several at once on any instance one is first. It is no entry: it can be made anew from its as_of.</summary>
    private Task<bool> KeepAsync(string force, long day, byte[] document, CancellationToken cancel) => sequencer.RunAsync(
        async (turn, turnCancel) =>
        {
            turn.MarkWritten();
            await turn.Log.PublicTables.SaveAsync(force, day, document, turnCancel);
            return true;
        },
        cancel);

    private GetPublicTableResponse Make(string force, DateOnly day, LiveCounts counts, DateTimeOffset now)
    {
        AccountedForTable months = AccountedForTable.Of(counts, Breakdown.Month, OffenceClassFilter.All);
        AccountedForTable groups = AccountedForTable.Of(counts, Breakdown.OffenceGroup, OffenceClassFilter.All);
        AccountedForTally total = months.Total.Rounded(RoundedTo);
        return new GetPublicTableResponse
        {
            Force = force,
            Day = day.ToString("O", CultureInfo.InvariantCulture),
            Months = { months.RoundedRows(RoundedTo) },
            OffenceGroups = { groups.RoundedRows(RoundedTo) },
            Total = total.ToRow(""),
            UnmatchedCrimeRecords = total[RollupCount.UnmatchedCrimeRecord],
            DirectCrimeRecords = total[RollupCount.DirectCrimeRecord],
            Rounded = true,
            RoundedTo = RoundedTo,
            Method = Method,
            RuleVersion = RuleBook.Published.For(now).Name,
            Freshness = { freshness.Of(force, counts.Sources, now).Select(ToTheDay) },
            AsOf = counts.Head.ToAsOf(now),
        };
    }

    /// <summary>To the day: when exactly a system last spoke would tell of a single report.</summary>
    private static PublicFreshness ToTheDay(SourceFreshness source) => new()
    {
        SourceSystem = source.SourceSystem,
        LastAcceptedDay = source.LastAcceptedTime is { } time
            ? LondonTime.DayOf(time.ToDateTimeOffset()).ToString("O", CultureInfo.InvariantCulture)
            : "",
        Stale = source.Stale,
    };

    private static long NumberOf(DateOnly day) => (day.Year * 10_000L) + (day.Month * 100L) + day.Day;
}
