using AuditServer.Audits;
using CrimeAudit.V1;

namespace AuditServer.Storage.SqlServer;

/// <summary>What an estimate reads of an item, as it is stored.</summary>
internal sealed class CountedReviewRow
{
    public int Stratum { get; init; }

    public long Position { get; init; }

    public string UnitId { get; init; } = "";

    public int State { get; init; }

    public byte[]? Review { get; init; }

    public CountedReview ToReview() => new(new ItemPlace(Stratum, Position), UnitId, (ItemState)State, Review);
}
