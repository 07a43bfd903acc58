using CrimeAudit.V1;

namespace CrimeAudit.Client;

/// <summary>
/// The log as evidence: signed checkpoints, proofs, entries. <see cref="VerifyLogAsync"/> and <see cref="VerifyEntriesAsync"/> verify what
/// they give; the other calls hand out what the service says, for whoever checks it. Shorter forms of these calls are in <see cref="LedgerClientExtensions"/>.
/// </summary>
public interface ILedgerClient
{
    /// <summary>
    /// Verifies that the log holds everything that was seen of it before, and pins what it holds now. A service that shows less is
    /// asked again, for <see cref="LogVerificationOptions.RolledBackAfter"/> at most: it may be a replica that lags behind.
    /// </summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The checkpoint that is pinned now.</returns>
    /// <exception cref="TamperDetectedException">The log contradicts what was seen before; it carries both signed notes.</exception>
    /// <exception cref="LogRolledBackException">It goes on showing less than before.</exception>
    /// <exception cref="ProofRejectedException">What it shows is not signed by a trusted key, or damaged.</exception>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    /// <exception cref="OperationCanceledException">The caller ended it.</exception>
    Task<LogCheckpoint> VerifyLogAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Does what <see cref="VerifyLogAsync"/> does, and reads every entry: together they must give the roots that were signed, now and
    /// when the log was seen before; times must not step back, and what an entry holds must have the digest of its leaf, as far as the
    /// caller may read it. Takes as long as reading the whole log; memory does not grow with it.
    /// </summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The checkpoint that is pinned now, whose entries were read.</returns>
    /// <exception cref="TamperDetectedException">The entries are not those that were signed, or the log contradicts what was seen before.</exception>
    /// <exception cref="LogRolledBackException">It goes on showing less than before.</exception>
    /// <exception cref="ProofRejectedException">What it shows is not signed by a trusted key, or damaged.</exception>
    /// <exception cref="CrimeAuditException">The call failed, or the reading was interrupted; its derived types say how.</exception>
    /// <exception cref="OperationCanceledException">The caller ended it.</exception>
    Task<LogCheckpoint> VerifyEntriesAsync(CancellationToken cancellationToken = default);

    /// <summary>The latest checkpoint that the log signed.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The signed note, and what it says.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    /// <exception cref="OperationCanceledException">The caller ended it.</exception>
    Task<GetCheckpointResponse> GetCheckpointAsync(GetCheckpointRequest request, CancellationToken cancellationToken = default);

    /// <summary>Proof that an entry is in the tree of a size.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The entry's leaf text, the path, and the root that it leads to.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    /// <exception cref="OperationCanceledException">The caller ended it.</exception>
    Task<GetInclusionProofResponse> GetInclusionProofAsync(GetInclusionProofRequest request, CancellationToken cancellationToken = default);

    /// <summary>Proof that the tree of one size is the beginning of that of another.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The path, and both roots.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    /// <exception cref="OperationCanceledException">The caller ended it.</exception>
    Task<GetConsistencyProofResponse> GetConsistencyProofAsync(GetConsistencyProofRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Reads entries in the order of the log, up to where it ended when the reading began. A reading that was interrupted throws; go on
    /// from the index after the last entry that came.
    /// </summary>
    /// <param name="request">Where to begin, how many, and whether with what they hold.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The entries, without a gap.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    /// <exception cref="OperationCanceledException">The caller ended it.</exception>
    IAsyncEnumerable<LedgerEntry> ReadEntriesAsync(ReadEntriesRequest request, CancellationToken cancellationToken = default);

    /// <summary>The receipt of an entry: all that proves it to be in the log.</summary>
    /// <param name="request">Which entry: its index, or who sent it under which id.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The proof in its parts, and as one text to be kept.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    /// <exception cref="OperationCanceledException">The caller ended it.</exception>
    Task<GetReceiptResponse> GetReceiptAsync(GetReceiptRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Erases the references of an incident from every entry that speaks of it, for ever. Rates, audits that are over and every proof stay
    /// as they are; the incident goes on under a random token. The same request again gets the same answer.
    /// </summary>
    /// <param name="request">An entry that speaks of the incident, a request id, and why.</param>
    /// <param name="cancellationToken">Ends the call. What was erased by then stays so.</param>
    /// <returns>The entry that says so, and how many were erased.</returns>
    /// <exception cref="InvalidRequestException">The request is wrong, or the entry holds no incident's update.</exception>
    /// <exception cref="NotFoundException">There is no such entry.</exception>
    /// <exception cref="PermissionException">The credential is neither a registrar's of the force nor an administrator's.</exception>
    /// <exception cref="RequestIdReusedException">The request id was used for another redaction.</exception>
    /// <exception cref="AuditStateException">ENTRY_REDACTED: it was erased before. ENTRY_IN_AUDIT: audits that are not over hold the report.</exception>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    /// <exception cref="OperationCanceledException">The caller ended it.</exception>
    Task<RedactEntryResponse> RedactEntryAsync(RedactEntryRequest request, CancellationToken cancellationToken = default);
}
