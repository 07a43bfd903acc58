using AuditServer.Audits;
using CrimeAudit.V1;

namespace AuditServer.Rates;

/// <summary>
/// What was read of an audit, with what shows whether it still is so. Each step of an item changes the audit's document, which counts
/// them; a log that was set back, to go on otherwise, has another entry where this one was last; and an erasure, though no figure rests on
/// what it takes, is a redaction.
/// </summary>
internal sealed class KeptDesign
{
    private readonly Audit document;
    private readonly long lastEntry;
    private readonly LogMark mark;

    private KeptDesign(AuditDesign read, LogMark mark, long reviews)
    {
        document = read.Audit.Document;
        lastEntry = read.Head.Size - 1;
        this.mark = mark;
        Strata = read.Strata;
        Size = 1 + Strata.Sum(s => (long)s.Items.Count) + reviews;
    }

    /// <summary>Its strata.</summary>
    public IReadOnlyList<DesignStratum> Strata { get; }

    /// <summary>How much it holds: itself, its items, its distinct reviews and their decisions.</summary>
    public long Size { get; }

    /// <summary>Keeps what was read.</summary>
    /// <param name="snapshot">The moment of which it was read.</param>
    /// <param name="read">What was read, bare: what is erased must not stay in memory.</param>
    /// <param name="reviews">How much its distinct reviews hold.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <returns>Null where nothing would show that it is old: the log's last entry is damaged.</returns>
    public static async ValueTask<KeptDesign?> OfAsync(IAuditSnapshot snapshot, AuditDesign read, long reviews, CancellationToken cancel) =>
        await snapshot.FindMarkAsync(snapshot.Head.Size - 1, cancel) is { } mark ? new KeptDesign(read, mark, reviews) : null;

    /// <summary>Whether the same would be read at the moment of another snapshot.</summary>
    public async ValueTask<bool> IsOfAsync(IAuditSnapshot snapshot, AuditRecord audit, CancellationToken cancel) =>
        audit.Document.Equals(document) && await snapshot.FindMarkAsync(lastEntry, cancel) is { } now && now.IsOf(mark);
}
