using AuditCore.Estimation;
using AuditCore.Recording;
using AuditCore.Reference;
using CrimeAudit.V1;

namespace AuditServer.Rates;

/// <summary>Counts the crimes that an audit required by everything that is known of their reports.</summary>
internal sealed class AuditShortfallTables
{
    private readonly ShortfallTable stratum = new("stratum");
    private readonly ShortfallTable offenceClass = new("offence-class", isOffenceClass: true);
    private readonly ShortfallTable domain = new("domain", isExclusive: false);
    private readonly ShortfallTable openingCode = new("opening-code");
    private readonly ShortfallTable channel = new("channel");
    private readonly ShortfallTable qualifier = new("qualifier", isExclusive: false);
    private readonly ShortfallTable reporterKind = new("reporter-kind");
    private readonly Dictionary<WhyMissed, long> whyMissed = [];

    /// <summary>The factors that need the force's records.</summary>
    public static IReadOnlyList<string> OfRecords { get; } = ["opening-code", "channel", "qualifier", "reporter-kind"];

    /// <summary>All crimes counted.</summary>
    public ShortfallCounts Whole { get; } = new();

    public void Add(JudgedReport report)
    {
        foreach (JudgedCrime crime in report.Crimes)
        {
            Whole.Add(crime.Class, 1, crime.IsShort ? 1 : 0);
            Count(stratum, crime, report.Stratum);
            Count(offenceClass, crime, crime.Class.Slug());
            Count(domain, crime, [.. crime.Domains.Distinct()]);
            if (report.Record is { } record)
            {
                Count(openingCode, crime, record.OpeningCode);
                Count(channel, crime, RollupValues.NameOf(record.Channel));
                Count(qualifier, crime, [.. record.Qualifiers]);
                Count(reporterKind, crime, ContractNames.Of(record.ReporterKind));
            }

            if (crime.WhyMissed != CrimeAudit.V1.WhyMissed.Unspecified)
            {
                whyMissed[crime.WhyMissed] = whyMissed.GetValueOrDefault(crime.WhyMissed) + 1;
            }
        }
    }

    public IEnumerable<LevelCounts> Levels(int most) =>
        new[] { stratum, offenceClass, domain, openingCode, channel, qualifier, reporterKind }.SelectMany(t => t.Levels(Whole, most));

    /// <summary>Why crimes were missed, the most frequent first.</summary>
    public IEnumerable<NamedCount> WhyMissed() => whyMissed.OrderByDescending(w => w.Value).ThenBy(w => w.Key)
        .Select(w => new NamedCount { Name = ContractNames.Of(w.Key), Number = w.Value });

    private static void Count(ShortfallTable table, JudgedCrime crime, params ReadOnlySpan<string> levels)
    {
        foreach (string level in levels)
        {
            table.Add(level.Length == 0 ? ShortfallTable.None : level, crime.Class, 1, crime.IsShort ? 1 : 0);
        }

        if (levels.IsEmpty)
        {
            table.Add(ShortfallTable.None, crime.Class, 1, crime.IsShort ? 1 : 0);
        }
    }
}
