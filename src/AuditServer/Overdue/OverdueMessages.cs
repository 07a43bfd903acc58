using AuditCore.Recording;
using AuditCore.Recording.Rules;
using AuditCore.Reference;
using AuditServer.Incidents;
using AuditServer.Rates;
using AuditServer.Sequencing;
using CrimeAudit.V1;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;

namespace AuditServer.Overdue;

/// <summary>Overdue crimes in the contract's words.</summary>
internal sealed class OverdueMessages(IRecordingReference reference, SourceFreshnesses freshness)
{
    private static readonly EnumDescriptor ReporterKinds =
        IncidentsReflection.Descriptor.FindTypeByName<EnumDescriptor>(nameof(ReporterKind));

    public OverdueCrime Of(OverdueRow row, DateTimeOffset now)
    {
        Offence offence = row.OffenceCode.Length > 0
            ? new Offence { Code = row.OffenceCode }
            : new Offence { Category = row.OffenceCategory };
        string[] qualifiers = row.Qualifiers.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new OverdueCrime
        {
            Force = row.Force,
            Incident = new IncidentKey { SourceSystem = row.SourceSystem, Ref = row.Ref },
            UnitId = row.Name.ToUnitId(),
            AllegedRef = row.AllegedRef,
            Presumed = row.Presumed != 0,
            Rule = row.Presumed != 0 ? row.AllegedRef[Presumption.RefPrefix.Length..] : "",
            Offence = offence,
            OffenceClass = ((OffenceClass)row.Class).Slug(),
            ReportedTime = Micros.ToTime(row.ReportedMicros).ToTimestamp(),
            Deadline = Micros.ToTime(row.DeadlineMicros).ToTimestamp(),
            OverdueSeconds = (long)Math.Floor((now - Micros.ToTime(row.DeadlineMicros)).TotalSeconds),
            Urgency = row.Urgency,
            Points = { PointsOf(row, offence, qualifiers) },
            Qualifiers = { qualifiers },
            OpeningCode = row.OpeningCode,
        };
    }

    public ForceFreshness Freshness(string force, IReadOnlyList<SourceRow> sources, DateTimeOffset now) =>
        new() { Force = force, Sources = { freshness.Of(force, sources, now) } };

    /// <summary>How a watch begins: what its list is, and how much of it follows.</summary>
    public OverdueBegun Begun(OverduePage page, DateTimeOffset now) => new()
    {
        Method = OverdueQueries.Method,
        Totals = Totals(page.Counts),
        Listed = page.Crimes.Count,
        Freshness = { page.Sources.Select(s => Freshness(s.Force, s.Sources, now)) },
    };

    public static OverdueTotals Totals(IReadOnlyList<DueCount> counts)
    {
        var totals = new OverdueTotals();
        foreach (IGrouping<int, DueCount> ofClass in counts.GroupBy(c => c.Class).OrderBy(g => g.Key))
        {
            OverdueClassTotals row = TotalsOf((OffenceClass)ofClass.Key, ofClass);
            totals.ByClass.Add(row);
            totals.Overdue += row.Overdue;
            totals.PresumedOverdue += row.PresumedOverdue;
            totals.Due += row.Due;
            totals.PresumedDue += row.PresumedDue;
        }

        return totals;
    }

    private static OverdueClassTotals TotalsOf(OffenceClass offenceClass, IEnumerable<DueCount> counts)
    {
        var row = new OverdueClassTotals { OffenceClass = offenceClass.Slug() };
        foreach (DueCount count in counts)
        {
            row.Overdue += count.Overdue;
            row.Due += count.Number - count.Overdue;
            row.PresumedOverdue += count.Presumed * count.Overdue;
            row.PresumedDue += count.Presumed * (count.Number - count.Overdue);
        }

        return row;
    }

    /// <summary>As the contract spells it.</summary>
    private static string NameOf(ReporterKind kind) => ReporterKinds.FindValueByNumber((int)kind).Name;

    private IEnumerable<UrgencyPoints> PointsOf(OverdueRow row, Offence offence, string[] qualifiers) => RuleBook.Published.Urgency
        .Why((OffenceClass)row.Class, reference.SubClass(offence), qualifiers, (ReporterKind)row.ReporterKind)
        .Select(point => point switch
        {
            { Offence: { } name } => new UrgencyPoints { Reason = UrgencyReason.Offence, Name = name, Points = point.Points },
            { Qualifier: { } name } => new UrgencyPoints { Reason = UrgencyReason.Qualifier, Name = name, Points = point.Points },
            _ => new UrgencyPoints { Reason = UrgencyReason.Reporter, Name = NameOf(point.ReporterKind!.Value), Points = point.Points },
        });
}
