using CrimeAudit.V1;

namespace AuditCore.Estimation;

/// <summary>
/// The table from a reviewer's verdict on a cancelled crime or an N100 to counts. Each record is one: x = 1, and y = 1 where it is
/// right. Shares rest on it, so it has a version; another reading would be another version beside this one.
/// </summary>
public static class RecordVerdicts
{
    /// <summary>Name of the table, to be told with what rests on it.</summary>
    public const string Version = "record-verdicts-1";

    /// <summary>The verdict of a review.</summary>
    /// <param name="review">A review of a cancelled crime or an N100.</param>
    /// <returns>The verdict.</returns>
    /// <exception cref="ArgumentException">It is a review of a report, or blank: neither is ever counted among records.</exception>
    public static RecordVerdict Of(Review review)
    {
        ArgumentNullException.ThrowIfNull(review);
        return review.FindingCase switch
        {
            Review.FindingOneofCase.Cancellation => review.Cancellation.Verdict,
            Review.FindingOneofCase.Classification => review.Classification.Verdict,
            _ => throw new ArgumentException("The review is not one of a cancelled crime or an N100.", nameof(review)),
        };
    }

    /// <summary>Right, under whatever code.</summary>
    /// <param name="verdict">A verdict.</param>
    /// <returns>x = 1, y = 0 or 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Nothing is decided: a blank is never a pass.</exception>
    public static ReportCounts Right(RecordVerdict verdict) => verdict switch
    {
        RecordVerdict.Right or RecordVerdict.RightUnderAnotherCode => new(1, 1),
        RecordVerdict.Wrong => new(1, 0),
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "not a verdict"),
    };

    /// <summary>Right under the code that the force gave.</summary>
    /// <param name="verdict">A verdict.</param>
    /// <returns>x = 1, y = 0 or 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Nothing is decided: a blank is never a pass.</exception>
    public static ReportCounts RightUnderCode(RecordVerdict verdict) =>
        verdict == RecordVerdict.RightUnderAnotherCode ? new(1, 0) : Right(verdict);
}
