using CrimeAudit.V1;

namespace Acceptance.Tests.Audits;

/// <summary>Plans over the second half of 2018.</summary>
internal static class Plans
{
    public const string From = "2018-07-01";
    public const string To = "2018-12-31";

    /// <summary>Nothing is reviewed twice.</summary>
    public static ReviewPolicy OneReview() => new() { SecondReviewShare = 0, PassReviewShare = 0 };

    /// <summary>A stratum for each opening code; a size of 0 is a census.</summary>
    public static AuditPlan Of(string force, SeedSource source, params (string OpeningCode, int Size)[] strata)
    {
        var plan = new AuditPlan { Force = force, WindowFrom = From, WindowTo = To, SeedSource = source, ReviewPolicy = OneReview() };
        plan.Strata.AddRange(strata.Select(s => Stratum(s.OpeningCode, s.Size)));
        return plan;
    }

    private static Stratum Stratum(string openingCode, int size)
    {
        var stratum = new Stratum
        {
            Name = openingCode,
            Population = Population.Incidents,
            Filter = new StratumFilter { OpeningCodes = { openingCode } },
        };
        if (size == 0)
        {
            stratum.Census = true;
        }
        else
        {
            stratum.SampleSize = size;
        }

        return stratum;
    }
}
