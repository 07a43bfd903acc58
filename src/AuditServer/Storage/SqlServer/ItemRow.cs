using AuditServer.Audits;
using CrimeAudit.V1;

namespace AuditServer.Storage.SqlServer;

/// <summary>An item of a sample as it is stored, with the review that counts where that is read along.</summary>
internal sealed class ItemRow
{
    public int Stratum { get; init; }

    public long Position { get; init; }

    public string UnitId { get; init; } = "";

    public string Ticket { get; init; } = "";

    public int State { get; init; }

    public long? ReviewEntry { get; init; }

    public DateTime? Due { get; init; }

    public bool Told { get; init; }

    public string? FirstReviewer { get; init; }

    public string? SecondReviewer { get; init; }

    public string? LaterReviewer { get; init; }

    public byte[]? Review { get; init; }

    public SampleItemRow ToItem() => new(Stratum, Position, UnitId, Ticket)
    {
        State = (ItemState)State,
        ReviewEntry = ReviewEntry,
        DueMicros = SqlTime.ToMicros(Due),
        Told = Told,
        FirstReviewer = FirstReviewer,
        SecondReviewer = SecondReviewer,
        LaterReviewer = LaterReviewer,
    };

    public ReviewedItem ToReviewed() => new(ToItem(), Review);
}
