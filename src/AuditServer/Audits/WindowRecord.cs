using AuditCore.Sampling;
using AuditServer.Incidents;
using CrimeAudit.V1;

namespace AuditServer.Audits;

/// <summary>A cancelled crime or N100 as far as a frame asks about it; each part as in <see cref="NoCrimeRecord"/>.</summary>
internal sealed record WindowRecord(UnitKind Kind, string Sender, string Ref, CancellationReason Reason, string Code)
{
    /// <summary>Its id in a frame.</summary>
    public UnitId IdIn(UnitId report) => Kind == UnitKind.CancelledCrime ? report.OfCrime(Ref) : report.OfReportedIncident(Sender, Ref);
}
