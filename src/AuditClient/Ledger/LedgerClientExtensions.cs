using CrimeAudit.V1;

namespace CrimeAudit.Client;

/// <summary>Shorter forms of <see cref="ILedgerClient"/>.</summary>
public static class LedgerClientExtensions
{
    /// <summary>The latest checkpoint that the log signed.</summary>
    /// <param name="ledger">The client.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The signed note, and what it says.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    public static Task<GetCheckpointResponse> GetCheckpointAsync(this ILedgerClient ledger, CancellationToken cancellationToken = default) =>
        ledger.GetCheckpointAsync(new GetCheckpointRequest(), cancellationToken);

    /// <summary>Proof that an entry is in the tree of a size.</summary>
    /// <param name="ledger">The client.</param>
    /// <param name="entryIndex">The entry.</param>
    /// <param name="treeSize">Entries of the tree; 0: that of the latest checkpoint.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The entry's leaf text, the path, and the root that it leads to.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    public static Task<GetInclusionProofResponse> GetInclusionProofAsync(
        this ILedgerClient ledger, long entryIndex, long treeSize = 0, CancellationToken cancellationToken = default) =>
        ledger.GetInclusionProofAsync(new GetInclusionProofRequest { EntryIndex = entryIndex, TreeSize = treeSize }, cancellationToken);

    /// <summary>Proof that the tree of one size is the beginning of that of another.</summary>
    /// <param name="ledger">The client.</param>
    /// <param name="firstSize">Entries of the earlier tree.</param>
    /// <param name="secondSize">Entries of the later tree; 0: that of the latest checkpoint.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The path, and both roots.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    public static Task<GetConsistencyProofResponse> GetConsistencyProofAsync(
        this ILedgerClient ledger, long firstSize, long secondSize = 0, CancellationToken cancellationToken = default) =>
        ledger.GetConsistencyProofAsync(new GetConsistencyProofRequest { FirstSize = firstSize, SecondSize = secondSize }, cancellationToken);

    /// <summary>Reads leaf texts from an entry on, up to where the log ended when the reading began.</summary>
    /// <param name="ledger">The client.</param>
    /// <param name="fromIndex">The first entry.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The entries, without a gap.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    public static IAsyncEnumerable<LedgerEntry> ReadEntriesAsync(
        this ILedgerClient ledger, long fromIndex = 0, CancellationToken cancellationToken = default) =>
        ledger.ReadEntriesAsync(new ReadEntriesRequest { FromIndex = fromIndex }, cancellationToken);

    /// <summary>The receipt of an entry.</summary>
    /// <param name="ledger">The client.</param>
    /// <param name="entryIndex">The entry.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The proof in its parts, and as one text to be kept.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    public static Task<GetReceiptResponse> GetReceiptAsync(
        this ILedgerClient ledger, long entryIndex, CancellationToken cancellationToken = default) =>
        ledger.GetReceiptAsync(new GetReceiptRequest { EntryIndex = entryIndex }, cancellationToken);

    /// <summary>The receipt of what somebody sent.</summary>
    /// <param name="ledger">The client.</param>
    /// <param name="sender">The force, the sending system, and the request id.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The proof in its parts, and as one text to be kept.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    public static Task<GetReceiptResponse> GetReceiptAsync(
        this ILedgerClient ledger, Sender sender, CancellationToken cancellationToken = default) => ledger.GetReceiptAsync(
            new GetReceiptRequest { Force = sender.Force, SourceSystem = sender.SourceSystem, RequestId = sender.RequestId },
            cancellationToken);
}
