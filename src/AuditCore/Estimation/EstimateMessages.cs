using CrimeAudit.V1;

namespace AuditCore.Estimation;

/// <summary>Estimates as the contract tells them: what is not defined is absent, with the reason.</summary>
public static class EstimateMessages
{
    /// <summary>An estimate as the contract tells it.</summary>
    /// <param name="estimate">The estimate.</param>
    /// <returns>The message.</returns>
    public static RatioEstimate ToMessage(this RateEstimate estimate)
    {
        var message = new RatioEstimate
        {
            DegreesOfFreedom = estimate.DegreesOfFreedom,
            DenominatorInSample = estimate.DenominatorInSample,
            NumeratorInSample = estimate.NumeratorInSample,
            TotalDenominator = estimate.TotalDenominator ?? 0,
            TotalNumerator = estimate.TotalNumerator ?? 0,
            Wald = estimate.Intervals.Wald.ToMessage(),
            Logit = estimate.Intervals.Logit.ToMessage(),
            KornGraubard = estimate.Intervals.KornGraubard.ToMessage(),
            Method = NameOf(HeadlineOf(estimate)),
            Note = NoteOf(estimate.Reason),
            LowN = estimate.IsLowCount,
        };
        if (estimate.Ratio is { } ratio)
        {
            message.Ratio = ratio;
        }

        if (estimate.StandardError is { } error)
        {
            message.StandardError = error;
        }

        if (estimate.Intervals.EffectiveSampleSize is { } effective)
        {
            message.EffectiveN = effective;
        }

        if (estimate.IsLowCount || estimate.Reason == EstimateReason.Degenerate)
        {
            message.Exact = estimate.Intervals.Exact.ToMessage();
        }

        return message;
    }

    /// <summary>An interval as the contract tells it.</summary>
    /// <param name="interval">The interval; null where there is none.</param>
    /// <returns>The message; null likewise.</returns>
    public static CrimeAudit.V1.Interval? ToMessage(this Interval? interval) =>
        interval is null ? null : new CrimeAudit.V1.Interval { Lower = interval.Lower, Upper = interval.Upper };

    /// <summary>A reason as the contract spells it in a precondition: <c>UNREVIEWED_STRATUM</c>.</summary>
    /// <param name="reason">The reason.</param>
    /// <returns>Upper case with underscores.</returns>
    public static string CodeOf(EstimateReason reason) => reason switch
    {
        EstimateReason.UnreviewedStratum => "UNREVIEWED_STRATUM",
        EstimateReason.NothingRequired => "NOTHING_REQUIRED",
        EstimateReason.NothingRecorded => "NOTHING_RECORDED",
        EstimateReason.NoDegreesOfFreedom => "NO_DEGREES_OF_FREEDOM",
        EstimateReason.SingletonStratum => "SINGLETON_STRATUM",
        EstimateReason.Census => "CENSUS",
        EstimateReason.Degenerate => "DEGENERATE",
        _ => "NONE",
    };

    /// <summary>A reason in words.</summary>
    /// <param name="reason">The reason.</param>
    /// <param name="concerned">The strata or groups behind it.</param>
    /// <returns>A clause; empty when there is no reason.</returns>
    public static string InWords(EstimateReason reason, IReadOnlyList<string> concerned)
    {
        string of = concerned.Count == 0 ? "" : $" ({string.Join(", ", concerned)})";
        return reason switch
        {
            EstimateReason.UnreviewedStratum => $"a stratum has units and no reviewed report{of}",
            EstimateReason.NothingRequired => $"no reviewed report required a crime{of}",
            EstimateReason.NothingRecorded => $"no required crime was recorded, so recorded volume says nothing about the whole{of}",
            EstimateReason.NoDegreesOfFreedom => $"every stratum has a single reviewed report{of}",
            EstimateReason.SingletonStratum => $"a stratum that is no census has a single reviewed report{of}",
            EstimateReason.Census => "every stratum is a census",
            EstimateReason.Degenerate => "the sample shows no variation",
            _ => "",
        };
    }

    /// <summary>Few crimes are told as counts with an exact interval, whatever the variance seems to be.</summary>
    private static IntervalMethod HeadlineOf(RateEstimate estimate) =>
        estimate.IsLowCount && estimate.Intervals.Method != IntervalMethod.None && estimate.Intervals.Exact is not null
            ? IntervalMethod.ClopperPearson
            : estimate.Intervals.Method;

    /// <summary>A method as the contract names it: <c>korn-graubard</c>.</summary>
    /// <param name="method">The method.</param>
    /// <returns>Its name; <c>none</c> for none.</returns>
    public static string NameOf(IntervalMethod method) => method switch
    {
        IntervalMethod.KornGraubard => "korn-graubard",
        IntervalMethod.ClopperPearson => "clopper-pearson",
        IntervalMethod.Wald => "wald",
        IntervalMethod.Wilson => "wilson",
        _ => "none",
    };

    private static EstimateNote NoteOf(EstimateReason reason) => reason switch
    {
        EstimateReason.Census => EstimateNote.Census,
        EstimateReason.Degenerate => EstimateNote.Degenerate,
        EstimateReason.SingletonStratum => EstimateNote.SingletonStratum,
        EstimateReason.NothingRequired => EstimateNote.NothingRequired,
        EstimateReason.NoDegreesOfFreedom => EstimateNote.NoDegreesOfFreedom,
        EstimateReason.UnreviewedStratum => EstimateNote.UnreviewedStratum,
        _ => EstimateNote.Unspecified,
    };
}
