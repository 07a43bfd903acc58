using AuditServer.Audits;
using AuditServer.Audits.Frames;
using AuditServer.Sequencing;
using CrimeAudit.V1;
using Google.Protobuf;

namespace AuditServer.Tests.Rates;

/// <summary>A drawn audit of one stratum in a log that the test makes up, and how often its reviews were read.</summary>
internal sealed class ToldAudit(params IReadOnlyList<Review> reviews) : IAuditReads, IAuditSnapshot
{
    public const string Id = "told";

    public Audit Document { get; } = new()
    {
        AuditId = Id,
        State = AuditState.Drawn,
        Plan = new AuditPlan { Force = "kent", Strata = { new Stratum { Name = "all" } } },
        Strata = { new FrameStratum { Name = "all", FrameSize = 10 * reviews.Count, SampleSize = reviews.Count } },
    };

    public LogMark Mark { get; set; } = new([1, 2, 3], -1);

    public int Readings { get; private set; }

    public LogHead Head => new(100, 0, null);

    public ValueTask<IAuditSnapshot> SnapshotAsync(CancellationToken cancel) => ValueTask.FromResult<IAuditSnapshot>(this);

    /// <summary>A copy each time, as a database gives it.</summary>
    public Task<AuditRecord?> FindAsync(string auditId, CancellationToken cancel) =>
        Task.FromResult<AuditRecord?>(new AuditRecord(7, Document.Clone()));

    public async IAsyncEnumerable<CountedReview> ReadReviewsAsync(
        long auditNo, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        Readings++;
        await Task.CompletedTask;
        for (int i = 0; i < reviews.Count; i++)
        {
            byte[] stored = new AuditEvent { AuditId = Id, Reviewed = new ItemReviewed { UnitId = $"kent/storm/{i}", Review = reviews[i] } }.ToByteArray();
            yield return new CountedReview(new ItemPlace(0, i + 1), $"kent/storm/{i}", ItemState.Settled, stored);
        }
    }

    /// <summary>Nobody is given anything.</summary>
    public IAsyncEnumerable<ReviewedItem> ReadItemsAsync(long auditNo, ItemRange range, CancellationToken cancel) =>
        AsyncEnumerable.Empty<ReviewedItem>();

    public Task<LogMark?> FindMarkAsync(long entryIndex, CancellationToken cancel) =>
        Task.FromResult(entryIndex == Head.Size - 1 ? Mark : null);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public Task<IReadOnlyList<DueItem>> ListDueAsync(long nowMicros, int atMost, CancellationToken cancel) => throw new NotSupportedException();

    public Task<IReadOnlyList<string>> ListRevealsDueAsync(long nowMicros, int atMost, CancellationToken cancel) => throw new NotSupportedException();

    public Task<IReadOnlyList<AuditRecord>> ListAsync(IReadOnlyCollection<string>? forces, long after, int atMost, CancellationToken cancel) =>
        throw new NotSupportedException();

    public IAsyncEnumerable<WindowUnit> ReadUnitsAsync(string force, long fromMicros, long toMicros, CancellationToken cancel) =>
        throw new NotSupportedException();

    public IAsyncEnumerable<WindowUnit> ReadRecordsAsync(string force, long fromMicros, long toMicros, CancellationToken cancel) =>
        throw new NotSupportedException();

    public IAsyncEnumerable<IReadOnlyList<FrameUnit>> ReadFrameAsync(long auditNo, int stratum, CancellationToken cancel) => throw new NotSupportedException();

    public Task<ReviewedItem?> FindItemAsync(long auditNo, string unitId, CancellationToken cancel) => throw new NotSupportedException();

    public Task<IReadOnlyList<ItemHistoryRow>> ReadStepsAsync(
        long auditNo, ItemPlace first, ItemPlace last, ItemSelection selection, CancellationToken cancel) => throw new NotSupportedException();
}
