using AuditCore.Sampling;
using AuditServer.Audits;
using CrimeAudit.V1;

namespace AuditServer.Storage.SqlServer;

/// <summary>A unit of a window as the engine gives it; the last five columns are those of a cancelled crime or N100.</summary>
internal sealed class UnitRow
{
    public string SourceSystem { get; init; } = "";

    public string Ref { get; init; } = "";

    public int Status { get; init; }

    public DateTime Recorded { get; init; }

    public int Precision { get; init; }

    public string OpeningCode { get; init; } = "";

    public string Qualifiers { get; init; } = "";

    public int Groups { get; init; }

    public int Channel { get; init; }

    public int ReporterKind { get; init; }

    public int UnrecordedReasons { get; init; }

    public int Kind { get; init; }

    public string Sender { get; init; } = "";

    public string RecordRef { get; init; } = "";

    public int Reason { get; init; }

    public string Code { get; init; } = "";

    public WindowUnit ToUnit() => new(SourceSystem, Ref, (IncidentStatus)Status)
    {
        Micros = SqlTime.ToMicros(Recorded),
        Precision = (TimePrecision)Precision,
        OpeningCode = OpeningCode,
        Qualifiers = Qualifiers,
        Groups = Groups,
        Channel = (Channel)Channel,
        ReporterKind = (ReporterKind)ReporterKind,
        UnrecordedReasons = UnrecordedReasons,
    };

    public WindowUnit ToRecord() => ToUnit() with
    {
        Record = new WindowRecord((UnitKind)Kind, Sender, RecordRef, (CancellationReason)Reason, Code),
    };
}
