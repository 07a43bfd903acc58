using CrimeAudit.V1;
using Change = CrimeAudit.V1.IncidentUpdate.ChangeOneofCase;

namespace AuditCore.Recording;

/// <summary>What the updates say about the report itself: codes, qualifiers, open or closed.</summary>
internal sealed class ReportFold
{
    private Opened? opened;
    private EventTime? reported;
    private string? recoded;
    private string closingCode = "";
    private bool closed;
    private IEnumerable<string>? qualifiers;

    public void Read(IncidentUpdate update)
    {
        switch (update.ChangeCase)
        {
            case Change.Opened:
                opened ??= update.Opened;
                reported = EventTimes.Earlier(reported, update.Opened.ReportedTime);
                break;
            case Change.Recoded:
                recoded = update.Recoded.OpeningCode;
                break;
            case Change.QualifiersChanged:
                qualifiers = update.QualifiersChanged.Qualifiers;
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
        bool direct = opened is null && records.Any(r => r.Direct);
        return new IncidentState
        {
            Status = Status(direct),
            ReportedTime = direct ? records.Select(r => r.RecordedTime).Aggregate(EventTimes.Earlier) : reported,
            Channel = opened?.Channel ?? Channel.Unspecified,
            OpeningCode = recoded ?? opened?.OpeningCode ?? "",
            ClosingCode = closingCode,
            Area = opened?.Area ?? "",
            ReporterKind = opened?.ReporterKind ?? ReporterKind.Unspecified,
            Qualifiers = [.. (qualifiers ?? opened?.Qualifiers ?? Enumerable.Empty<string>()).Distinct().Order(StringComparer.Ordinal)],
        };
    }

    private IncidentStatus Status(bool direct) =>
        opened is null
            ? direct ? IncidentStatus.DirectCrime : IncidentStatus.AwaitingReport
            : closed ? IncidentStatus.Closed : IncidentStatus.Open;
}
