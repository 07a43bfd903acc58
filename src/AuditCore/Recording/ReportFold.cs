using CrimeAudit.V1;
using Change = CrimeAudit.V1.IncidentUpdate.ChangeOneofCase;

namespace AuditCore.Recording;

/// <summary>What the updates say about the report itself: codes, qualifiers, open or closed.</summary>
internal sealed class ReportFold
{
    private List<IncidentUpdate>? laterSigns;
    private string? recoded;
    private string closingCode = "";
    private bool closed;
    private IReadOnlyList<string>? qualifiers;

    /// <summary>The report; of several the first. Null while it is awaited.</summary>
    public Opened? Opened { get; private set; }

    /// <summary>When the police were told; null while the report is awaited.</summary>
    public EventTime? Reported { get; private set; }

    /// <summary>The latest report under this reference; the same as <see cref="Reported"/> unless the reference was used again.</summary>
    public EventTime? LatestReport { get; private set; }

    /// <summary>Changes of code and qualifiers, and further reports under the reference, in order.</summary>
    public IReadOnlyList<IncidentUpdate> LaterSigns => laterSigns ?? (IReadOnlyList<IncidentUpdate>)[];

    public void Read(IncidentUpdate update)
    {
        switch (update.ChangeCase)
        {
            case Change.Opened:
                if (Opened is not null)
                {
                    (laterSigns ??= []).Add(update);
                }

                Open(update.Opened);
                break;
            case Change.Recoded:
                recoded = update.Recoded.OpeningCode;
                (laterSigns ??= []).Add(update);
                break;
            case Change.QualifiersChanged:
                qualifiers = update.QualifiersChanged.Qualifiers;
                (laterSigns ??= []).Add(update);
                break;
            case Change.Closed:
                closed = true;
                closingCode = update.Closed.ClosingCode;
                break;
            case Change.Reopened:
                closed = false;
                closingCode = "";
                break;
            default:
                break;
        }
    }

    public IncidentState State(IReadOnlyList<CrimeRecordFold> records)
    {
        bool direct = Opened is null && records.Any(r => r.Direct);
        return new IncidentState
        {
            Status = Status(direct),
            ReportedTime = direct ? records.Select(r => r.RecordedTime).Aggregate(EventTimes.Earlier) : Reported,
            LatestReport = LatestReport,
            Channel = Opened?.Channel ?? Channel.Unspecified,
            OpeningCode = recoded ?? Opened?.OpeningCode ?? "",
            ClosingCode = closingCode,
            Area = Opened?.Area ?? "",
            ReporterKind = Opened?.ReporterKind ?? ReporterKind.Unspecified,
            Qualifiers = QualifiersNow(),
            CrimeRecords = records,
        };
    }

    private void Open(Opened report)
    {
        Opened ??= report;
        Reported = EventTimes.Earlier(Reported, report.ReportedTime);
        if (LatestReport is null || report.ReportedTime.Time.CompareTo(LatestReport.Time) > 0)
        {
            LatestReport = report.ReportedTime;
        }
    }

    private IReadOnlyList<string> QualifiersNow()
    {
        IReadOnlyList<string>? now = qualifiers ?? Opened?.Qualifiers;
        return now is null || now.Count == 0 ? [] : now.Count == 1 ? [now[0]] : [.. now.Distinct().Order(StringComparer.Ordinal)];
    }

    private IncidentStatus Status(bool direct) =>
        Opened is null
            ? direct ? IncidentStatus.DirectCrime : IncidentStatus.AwaitingReport
            : closed ? IncidentStatus.Closed : IncidentStatus.Open;
}
