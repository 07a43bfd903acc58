using CrimeAudit.V1;

namespace CrimeAudit.Client;

/// <summary>
/// The generated clients on the same channel and credential: no deadline of their own and RpcException as it comes, which
/// <see cref="CrimeAuditException.From(Grpc.Core.RpcException)"/> reads.
/// </summary>
/// <param name="Incidents">Generated client of the incident service.</param>
/// <param name="Audits">Generated client of the audit service.</param>
/// <param name="Rates">Generated client of the rate service.</param>
/// <param name="Reference">Generated client of the reference service.</param>
/// <param name="Ledger">Generated client of the ledger service.</param>
public sealed record RawClients(
    IncidentService.IncidentServiceClient Incidents,
    AuditService.AuditServiceClient Audits,
    RateService.RateServiceClient Rates,
    ReferenceService.ReferenceServiceClient Reference,
    LedgerService.LedgerServiceClient Ledger);
