using AuditServer.Audits;
using CrimeAudit.V1;

namespace AuditServer.Rates;

/// <summary>A report that an estimate rests on.</summary>
/// <param name="place">Where it stands.</param>
/// <param name="state">How far it has come.</param>
/// <param name="review">The review that counts.</param>
internal sealed class DesignItem(ItemPlace place, ItemState state, Review review)
{
    public ItemPlace Place => place;

    /// <summary>The unit; empty where only figures are asked for.</summary>
    public string UnitId { get; init; } = "";

    public Review Review => review;

    /// <summary>What was first decided.</summary>
    public Review FirstReview { get => field ?? Review; set; }

    /// <summary>The finding is disputed, in arbitration after it, or reopened.</summary>
    public bool IsDisputed => state is ItemState.Disputed or ItemState.InArbitration or ItemState.Reopened;

    /// <summary>Another blind review is due, or the arbitration of two that differ.</summary>
    public bool IsAwaitingSecond => state is ItemState.AwaitingSecondReview or ItemState.AwaitingPassReview or ItemState.Split;

    /// <summary>What counts now may yet be decided otherwise. A finding that the force has not disputed stands until it does.</summary>
    public bool IsUndecided => IsDisputed || IsAwaitingSecond;
}
