using AuditCore.Estimation;

namespace AuditCore.Tests.Estimation;

public class CohensKappaTests
{
    /// <summary>Two dermatologists, SAS/STAT documentation, PROC FREQ, "Cohen's kappa": 0.3449, ASE 0.0724, 0.2030 to 0.4868.</summary>
    [Fact]
    public void Kappa_its_error_and_its_interval_are_those_that_SAS_publishes()
    {
        KappaEstimate kappa = CohensKappa.Of(Table([10, 4, 1, 0], [5, 10, 12, 2], [2, 4, 12, 5], [0, 2, 6, 13]));

        Assert.Equal((KappaReason.None, 88, 45, IntervalMethod.Wald), (kappa.Reason, kappa.Pairs, kappa.Agreed, kappa.Method));
        Assert.Equal(0.3449, kappa.Kappa!.Value, 0.00005);
        Assert.Equal(0.0724, kappa.StandardError!.Value, 0.00005);
        Assert.Equal(0.2030, kappa.Interval!.Lower, 0.00005);
        Assert.Equal(0.4868, kappa.Interval.Upper, 0.00005);
    }

    /// <summary>Fleiss, Levin and Paik 2003, Statistical Methods for Rates and Proportions, table 18.1: overall and by category.</summary>
    [Fact]
    public void Each_category_against_the_others_has_a_kappa_of_its_own()
    {
        AgreementTable diagnoses = Table([75, 1, 4], [5, 4, 1], [0, 0, 10]);

        Assert.Equal(0.676, CohensKappa.Of(diagnoses).Kappa!.Value, 0.0005);
        Assert.Equal(0.0877, CohensKappa.Of(diagnoses).StandardError!.Value, 0.00005);
        Assert.Equal(0.89, (double)CohensKappa.Of(diagnoses).Agreed / 100);
        Assert.Equal(0.66, CohensKappa.Of(diagnoses).ChanceAgreement!.Value, 1e-12);
        double[] byCategory = [0.69, 0.50, 0.77];
        for (int i = 0; i < byCategory.Length; i++)
            Assert.Equal(byCategory[i], CohensKappa.Of(diagnoses.OneAgainstOthers(i)).Kappa!.Value, 0.005);
    }

    [Fact]
    public void Perfect_agreement_has_an_interval_with_width_all_the_same()
    {
        KappaEstimate kappa = CohensKappa.Of(Table([6, 0], [0, 4]));

        Assert.Equal((KappaReason.Degenerate, 1, 0, IntervalMethod.ClopperPearson), (kappa.Reason, kappa.Kappa, kappa.StandardError, kappa.Method));
        Interval agreement = BinomialIntervals.ClopperPearson(10, 10);
        Vectors.Near((agreement.Lower - 0.52) / 0.48, kappa.Interval!.Lower, 1e-12);
        Assert.Equal(1, kappa.Interval.Upper, 1e-12);
    }

    [Fact]
    public void All_in_one_category_leaves_kappa_undefined_with_the_reason()
    {
        KappaEstimate kappa = CohensKappa.Of(Table([12, 0], [0, 0]));

        Assert.Equal((KappaReason.OneCategory, 12, 12, 1), (kappa.Reason, kappa.Pairs, kappa.Agreed, kappa.ChanceAgreement));
        Assert.Null(kappa.Kappa);
        Assert.Null(kappa.StandardError);
        Assert.Null(kappa.Interval);
        Assert.Equal(KappaReason.NoPairs, CohensKappa.Of(new AgreementTable(3)).Reason);
    }

    [Fact]
    public void Reviewers_who_never_agree_are_no_division_by_zero()
    {
        KappaEstimate kappa = CohensKappa.Of(Table([0, 9], [0, 0]));

        Assert.Equal((KappaReason.Degenerate, 0, 0), (kappa.Reason, kappa.Kappa, kappa.StandardError));
        Assert.Equal(BinomialIntervals.ClopperPearson(0, 9), kappa.Interval);
    }

    private static AgreementTable Table(params long[][] rows)
    {
        AgreementTable table = new(rows.Length);
        for (int first = 0; first < rows.Length; first++)
        {
            for (int second = 0; second < rows.Length; second++)
                table.Add(first, second, rows[first][second]);
        }
        return table;
    }
}
