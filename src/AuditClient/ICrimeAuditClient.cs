namespace CrimeAudit.Client;

/// <summary>
/// Everything that a program asks of the service, as an interface: a test of such a program puts its own in place, with no server.
/// <see cref="CrimeAuditClient"/> is the one that calls.
/// </summary>
public interface ICrimeAuditClient
{
    /// <summary>What forces tell: submit updates, stream them, read incidents.</summary>
    IIncidentClient Incidents { get; }

    /// <summary>Inspections: plan, freeze, draw, review.</summary>
    IAuditClient Audits { get; }

    /// <summary>Accounted-for rates, recording rates, volumes.</summary>
    IRateClient Rates { get; }

    /// <summary>Forces, offences, rule versions, published results.</summary>
    IReferenceClient Reference { get; }

    /// <summary>The log as evidence: checkpoints, proofs, entries.</summary>
    ILedgerClient Ledger { get; }
}
