using AuditCli.Tests.Support;
using AuditCli.Verify;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace AuditCli.Tests.Verify;

public sealed class BundleSummaryTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task A_final_audit_is_told_with_the_shares_of_its_records_beside_its_rates()
    {
        var rate = new RatioEstimate { Ratio = 0.75, NumeratorInSample = 30, DenominatorInSample = 40 };
        string text = TextOf((await ReportAsync(AuditState.Final)) with
        {
            Estimate = new EstimateRecordingRateResponse { Recorded = rate, RecordedCorrectly = rate, InTimeOfRecorded = rate },
            Classification = new EstimateClassificationResponse
            {
                CancelledCrimes = new ClassificationEstimate
                {
                    Right = new RatioEstimate { Ratio = 0.9, NumeratorInSample = 36, DenominatorInSample = 40 },
                    RightUnderCode = new RatioEstimate { Ratio = 0.5, NumeratorInSample = 2, DenominatorInSample = 4, LowN = true },
                },
            },
        });

        Assert.Contains("rate     75.0 % recorded at all (30 of 40 in the sample)", text, StringComparison.Ordinal);
        Assert.Contains("rate     90.0 % cancelled crimes: right (36 of 40 in the sample)", text, StringComparison.Ordinal);
        Assert.Contains("rate     2 of 4 in the sample cancelled crimes: right under its code", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_void_audit_is_told_with_who_withheld_a_secret()
    {
        string text = TextOf((await ReportAsync(AuditState.Voided)) with { WithheldBy = [SeedParty.Force] });

        Assert.StartsWith(
            "Audit tvp-2019 of thames-valley, 2018-07-01 to 2018-12-31: VOIDED, since the force withheld its secret past the time to reveal it", text, StringComparison.Ordinal);
        Assert.Contains("seed     none, and there never will be one", text, StringComparison.Ordinal);
    }

    private static string TextOf(BundleReport report)
    {
        using var output = new StringWriter();
        BundleSummary.Write(report, output);
        return output.ToString();
    }

    public void Dispose() => folder.Dispose();

    /// <summary>A report of an empty log that a served key has signed.</summary>
    private async Task<BundleReport> ReportAsync(AuditState state)
    {
        await using Served served = await Served.StartAsync(folder.Path);
        GetCheckpointResponse signed = await served.Client.Ledger.GetCheckpointAsync(TestContext.Current.CancellationToken);
        return new BundleReport
        {
            AuditId = "tvp-2019",
            Plan = new AuditPlan { Force = "thames-valley", WindowFrom = "2018-07-01", WindowTo = "2018-12-31" },
            State = state,
            Checkpoint = new TrustedLog([.. signed.VerifierKeys.Select(VerifierKey.Parse)]).Open(signed.Checkpoint),
            Steps = [],
            Guarantee = SeedGuarantee.NoSeed,
            WithheldBy = [],
            Frame = null,
            Strata = [],
            Estimate = null,
            Classification = null,
        };
    }
}
