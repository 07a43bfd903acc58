using AuditCore.Recording;
using AuditCore.Reference;
using AuditServer.Reference;
using CrimeAudit.V1;

namespace AuditServer.Rates;

/// <summary>Live counts added up by the values of a breakdown, and as a whole.</summary>
internal sealed class AccountedForTable
{
    /// <summary>Where nothing was told of a dimension.</summary>
    private const string None = "(none)";

    /// <summary>All that there is no row for.</summary>
    private const string Other = "(other)";

    private readonly SortedDictionary<string, AccountedForTally> rows = new(StringComparer.Ordinal);

    // Counts of a row mostly stand together, so the row and the month found last are mostly the ones that are wanted next.
    private (string Key, AccountedForTally Tally)? lastRow;
    private (long Month, string Key)? lastMonth;

    private AccountedForTable()
    {
    }

    /// <summary>The whole.</summary>
    public AccountedForTally Total { get; } = new();

    /// <summary>The rows by their keys, in ordinal order.</summary>
    public IReadOnlyDictionary<string, AccountedForTally> Tallies => rows;

    /// <summary>Adds live counts up.</summary>
    /// <param name="counts">The counts, with those of the further dimension that the breakdown needs.</param>
    /// <param name="breakdown">By what.</param>
    /// <param name="classes">Bit c is set when offences of class c are wanted.</param>
    public static AccountedForTable Of(LiveCounts counts, Breakdown breakdown, int classes)
    {
        var table = new AccountedForTable();
        bool ofCells = breakdown is Breakdown.Unspecified or Breakdown.Month or Breakdown.OffenceClass or Breakdown.OffenceGroup;
        foreach (RollupRow row in counts.Rollups)
        {
            if (!OffenceClassFilter.Wants(classes, (OffenceClass)row.Class))
            {
                continue;
            }

            table.Total.Add((RollupCount)row.Counted, row.Number);
            if (ofCells)
            {
                table.Row(table.KeyOf(breakdown, row.Month, row.Class)).Add((RollupCount)row.Counted, row.Number);
            }
        }

        foreach (PendingRow row in counts.Pending.Where(r => OffenceClassFilter.Wants(classes, (OffenceClass)r.Class)))
        {
            table.Total.AddPending(row.Presumed != 0, row.Number);
            if (ofCells)
            {
                table.Row(table.KeyOf(breakdown, row.Month, row.Class)).AddPending(row.Presumed != 0, row.Number);
            }
        }

        table.AddValues(counts, breakdown, classes);
        return table;
    }

    /// <summary>The rows that count crimes, in ordinal order of their keys.</summary>
    /// <param name="most">How many at most: the least counted ones beyond it become one, which is then one more.</param>
    public IEnumerable<AccountedForRow> Rows(int most = int.MaxValue)
    {
        KeyValuePair<string, AccountedForTally>[] counted = [.. rows.Where(r => r.Value.HasCrimes)];
        if (counted.Length <= most)
        {
            return counted.Select(r => r.Value.ToRow(r.Key));
        }

        // A stable sort: of values counted alike the first ones stay.
        HashSet<string> kept = [.. counted.OrderByDescending(r => r.Value.Crimes).Take(most).Select(r => r.Key)];
        var others = new AccountedForTally();
        foreach ((string _, AccountedForTally tally) in counted.Where(r => !kept.Contains(r.Key)))
        {
            others.Add(tally);
        }

        return counted.Where(r => kept.Contains(r.Key)).Select(r => r.Value.ToRow(r.Key))
            .Append(others.ToRow(Other)).OrderBy(r => r.Key, StringComparer.Ordinal);
    }

    /// <summary>The rows with their counts rounded, without those of which nothing is left.</summary>
    public IEnumerable<AccountedForRow> RoundedRows(int multiple) => rows
        .Select(r => (r.Key, Tally: r.Value.Rounded(multiple)))
        .Where(r => r.Tally.HasCrimes)
        .Select(r => r.Tally.ToRow(r.Key));

    private void AddValues(LiveCounts counts, Breakdown breakdown, int classes)
    {
        foreach (ValueRow row in counts.ByValue)
        {
            if (OffenceClassFilter.Wants(classes, (OffenceClass)row.Class))
            {
                Row(Named(row.Value)).Add((RollupCount)row.Counted, row.Number);
            }
        }

        foreach (PendingValueRow row in counts.PendingByValue.Where(r => OffenceClassFilter.Wants(classes, (OffenceClass)r.Class)))
        {
            foreach (string value in ValuesOf(breakdown, row.Value))
            {
                Row(Named(value)).AddPending(row.Presumed != 0, row.Number);
            }
        }
    }

    /// <summary>What is stored of a report, as the values under which its crimes are counted.</summary>
    private static string[] ValuesOf(Breakdown breakdown, string stored) => breakdown switch
    {
        Breakdown.Channel => [RollupValues.NameOf(Enum.Parse<Channel>(stored))],
        Breakdown.Qualifier => stored.Length == 0 ? [""] : stored.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        _ => [stored],
    };

    private static string Named(string value) => value.Length == 0 ? None : value;

    private AccountedForTally Row(string key)
    {
        if (lastRow is { } last && last.Key == key)
        {
            return last.Tally;
        }

        if (!rows.TryGetValue(key, out AccountedForTally? tally))
        {
            rows.Add(key, tally = new AccountedForTally());
        }

        lastRow = (key, tally);
        return tally;
    }

    private string KeyOf(Breakdown breakdown, long month, long offenceClass) => breakdown switch
    {
        Breakdown.Month => KeyOf(month),
        Breakdown.OffenceClass => ((OffenceClass)offenceClass).Slug(),
        Breakdown.OffenceGroup => ((OffenceClass)offenceClass).Group() switch
        {
            AuditCore.Reference.OffenceGroup.Violence => "violence",
            AuditCore.Reference.OffenceGroup.Sexual => "sexual",
            AuditCore.Reference.OffenceGroup.Other => "other",
            _ => "unknown",
        },
        _ => "",
    };

    private string KeyOf(long month)
    {
        if (lastMonth?.Month != month)
        {
            lastMonth = (month, month == 0 ? "unknown" : $"{month / 100:0000}-{month % 100:00}");
        }

        return lastMonth.Value.Key;
    }
}
