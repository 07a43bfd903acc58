using AuditServer.Audits;
using CrimeAudit.V1;

namespace AuditServer.Rates;

/// <summary>A report that an estimate rests on.</summary>
/// <param name="row">Where it stands.</param>
/// <param name="review">The review that counts.</param>
internal sealed class DesignItem(SampleItemRow row, Review review)
{
    public SampleItemRow Row => row;

    public Review Review => review;

    /// <summary>What was first decided.</summary>
    public Review FirstReview { get => field ?? Review; set; }

    /// <summary>The finding is disputed, in arbitration after it, or reopened.</summary>
    public bool IsDisputed => Row.State is ItemState.Disputed or ItemState.InArbitration or ItemState.Reopened;

    /// <summary>Another blind review is due, or the arbitration of two that differ.</summary>
    public bool IsAwaitingSecond => Row.State is ItemState.AwaitingSecondReview or ItemState.AwaitingPassReview or ItemState.Split;

    /// <summary>What counts now may yet be decided otherwise. A finding that the force has not disputed stands until it does.</summary>
    public bool IsUndecided => IsDisputed || IsAwaitingSecond;
}
