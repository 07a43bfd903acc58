using System.Globalization;
using AuditCli.Audits;
using AuditCli.Audits.Tables;
using AuditCli.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace AuditCli.Verify;

/// <summary>Says what a verified bundle proves, and what it does not.</summary>
internal static class BundleSummary
{
    public static void Write(BundleReport report, TextWriter output)
    {
        CultureInfo plain = CultureInfo.InvariantCulture;
        output.WriteLine($"Audit {AuditText.Title(report.AuditId, report.Plan, report.State)}{AuditText.Withheld(report.WithheldBy)}");
        output.WriteLine(string.Create(
            plain, $"  log      {report.Checkpoint.Origin}, {report.Checkpoint.Size} entries signed; {report.Steps.Count} steps of the audit are in it"));
        output.WriteLine($"  seed     {GuaranteeOf(report)}");
        if (report.Frame is { } frame)
        {
            output.WriteLine(string.Create(plain, $"  frame    {frame.Units} units, digest {Convert.ToHexStringLower(frame.Digest.Span)}"));
        }

        foreach (BundleStratum stratum in report.Strata)
        {
            output.WriteLine(string.Create(
                plain, $"  stratum  {stratum.Name}: {stratum.FrameSize} in the frame, {stratum.Drawn} drawn, {stratum.Reviewed} reviewed"));
        }

        if (report.Estimate is { } estimate)
        {
            foreach ((string basis, RatioEstimate rate) in EstimatedBasis.Of(estimate))
            {
                WriteRate(output, basis, rate);
            }

            foreach (ClassifiedShare share in report.Classification is { } classified ? ClassifiedShare.Of(classified) : [])
            {
                WriteRate(output, share.Name, share.Estimate);
            }

            output.WriteLine("Verified: no step is kept back, nothing is undecided, and the estimate is what the reviews give.");
        }
        else
        {
            output.WriteLine("Verified as far as it goes. The audit has no final estimate, and steps after these, or between them, may be kept back.");
        }
    }

    private static string GuaranteeOf(BundleReport report) => report.Guarantee switch
    {
        SeedGuarantee.NoSeed when report.State == AuditState.Voided => "none, and there never will be one",
        SeedGuarantee.CommitReveal => "committed to by lead and force before the freeze, revealed after it: neither could choose it",
        SeedGuarantee.TrustInWitnesses => $"trust in witnesses: {Witnessed(report)}",
        _ => "none yet",
    };

    private static string Witnessed(BundleReport report) => report.Steps
        .Select(s => s.Event.LeadRevealed?.WitnessStatement)
        .First(s => s is not null)!;

    private static void WriteRate(TextWriter output, string what, RatioEstimate estimate)
    {
        string counts = string.Create(CultureInfo.InvariantCulture, $"{estimate.NumeratorInSample} of {estimate.DenominatorInSample} in the sample");
        // Few crimes are counts: a percentage of them would say more than is known.
        output.WriteLine(estimate.HasRatio && !estimate.LowN
            ? $"  rate     {PercentText.Of(estimate.Ratio)} {what} ({counts})"
            : $"  rate     {counts} {what}");
    }
}
