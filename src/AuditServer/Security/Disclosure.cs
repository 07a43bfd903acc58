namespace AuditServer.Security;

/// <summary>What the answers of a call can tell of persons, and what is kept of their having been told.</summary>
internal enum Disclosure
{
    /// <summary>No record that can tell of a person: figures, reference data, proofs, how an audit stands.</summary>
    None,

    /// <summary>
    /// Records that the call itself speaks about: it is an entry of the log, with its sender as the contract has one (force, source system,
    /// request id), so nothing more is kept.
    /// </summary>
    AsEntry,

    /// <summary>Records: each answer is noted in the access log before it is given.</summary>
    Noted,
}
