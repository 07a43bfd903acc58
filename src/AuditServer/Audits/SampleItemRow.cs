using CrimeAudit.V1;

namespace AuditServer.Audits;

/// <summary>An item of a sample as the derived table holds it.</summary>
/// <param name="Stratum">Place of its stratum in the plan.</param>
/// <param name="Position">Place in the stratum's ticket order, from 1.</param>
/// <param name="UnitId">The unit.</param>
/// <param name="Ticket">The ticket that drew it.</param>
internal sealed record SampleItemRow(int Stratum, long Position, string UnitId, string Ticket)
{
    public ItemState State { get; init; } = ItemState.AwaitingReview;

    /// <summary>Where it stands.</summary>
    public ItemPlace Place => new(Stratum, Position);

    /// <summary>The entry whose review counts; null while there is none.</summary>
    public long? ReviewEntry { get; init; }

    /// <summary>Until when the force may answer, µs since 1970 UTC; null when nothing is asked of it.</summary>
    public long? DueMicros { get; init; }

    /// <summary>The force was told of a finding about it.</summary>
    public bool Told { get; init; }

    public string? FirstReviewer { get; init; }

    /// <summary>Where its ticket asks for a second blind review.</summary>
    public string? SecondReviewer { get; init; }

    /// <summary>Who reviews it again as a pass, or reconsiders it.</summary>
    public string? LaterReviewer { get; init; }

    /// <summary>To whom it is given.</summary>
    public IEnumerable<string> GivenTo => new[] { FirstReviewer, SecondReviewer, LaterReviewer }.OfType<string>();

    /// <summary>Whether it is given to somebody.</summary>
    public bool IsGivenTo(string subject) => FirstReviewer == subject || SecondReviewer == subject || LaterReviewer == subject;
}
