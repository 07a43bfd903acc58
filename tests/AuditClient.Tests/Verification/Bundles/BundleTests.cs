using System.Text;
using AuditCore.Evidence;

namespace AuditClient.Tests.Verification.Bundles;

public class BundleTests
{
    [Fact]
    public async Task A_bundle_says_what_it_proves()
    {
        BundleReport report = await Honest().VerifyAsync();

        Assert.Equal((AuditScript.AuditId, AuditState.Final, SeedGuarantee.CommitReveal), (report.AuditId, report.State, report.Guarantee));
        Assert.True(report.IsWhole);
        Assert.Equal(11, report.Frame!.Units);
        Assert.Equal([new BundleStratum("violence", 9, 5, 4), new BundleStratum("theft", 2, 2, 2)], report.Strata);
        // Of five required crimes one was put down as another offence: 9/4 of the first stratum's three, and the second's two.
        Assert.Equal((5, 5), (report.Estimate!.Recorded.DenominatorInSample, report.Estimate.Recorded.NumeratorInSample));
        Assert.Equal(((9 / 4.0 * 2) + 2) / ((9 / 4.0 * 3) + 2), report.Estimate.RecordedCorrectly.Ratio, 12);
    }

    [Fact]
    public async Task A_bundle_of_an_audit_that_is_not_final_says_that_steps_may_be_missing()
    {
        var script = new AuditScript();
        script.Events.RemoveRange(script.Events.Count - 1, 1);
        script.Settle();

        BundleReport report = await SignedBundle.Of(script).VerifyAsync();

        Assert.Equal((AuditState.Drawn, null, false), (report.State, report.Estimate, report.IsWhole));
    }

    [Fact]
    public async Task A_bundle_of_a_frame_alone_has_no_seed()
    {
        var script = new AuditScript();
        script.Events.RemoveRange(4, script.Events.Count - 4);
        script.Settle();
        var bundle = SignedBundle.Of(script);
        bundle.Lines.RemoveAll(l => l is BundleTicket);

        BundleReport report = await bundle.VerifyAsync();

        Assert.Equal((AuditState.Frozen, SeedGuarantee.NoSeed), (report.State, report.Guarantee));
        Assert.Equal([0, 0], report.Strata.Select(s => s.Drawn));
    }

    [Fact]
    public async Task A_bundle_of_a_void_audit_says_who_withheld_a_secret()
    {
        SignedBundle bundle = SignedBundle.Of(AuditScript.Voided());
        bundle.Lines.RemoveAll(l => l is BundleTicket);

        BundleReport report = await bundle.VerifyAsync();

        Assert.Equal((AuditState.Voided, SeedGuarantee.NoSeed, false), (report.State, report.Guarantee, report.IsWhole));
        Assert.Equal([SeedParty.Lead], report.WithheldBy);
        Assert.Equal(11, report.Frame!.Units);
    }

    [Fact]
    public async Task A_witnessed_seed_rests_on_trust_in_witnesses()
    {
        var script = new AuditScript();
        script.Events.RemoveAll(e => e.LeadCommitted.Length > 0 || e.ForceCommitted.Length > 0 || e.ForceRevealed is not null);
        script.Events[0].Planned.SeedSource = SeedSource.Witnessed;
        script.Events.Single(e => e.LeadRevealed is not null).LeadRevealed = new SeedRevealed { Reveal = script.Seed, WitnessStatement = "dice" };
        script.Settle();

        Assert.Equal(SeedGuarantee.TrustInWitnesses, (await SignedBundle.Of(script).VerifyAsync()).Guarantee);
    }

    [Fact]
    public async Task A_bundle_of_another_log_is_rejected() =>
        Assert.Equal(ProofFault.NoTrustedSignature, await FaultAsync(Honest().Text(), new TestLog(seed: 2).Trusted));

    [Theory]
    [InlineData("{\"line\":\"bundle\"", "{ \"line\":\"bundle\"", ProofFault.BundleMalformed)]
    [InlineData("{\"line\":\"bundle\"", "{\"line\":\"bundle\",\"note\":\"\"", ProofFault.BundleMalformed)]
    [InlineData("{\"line\":\"bundle\"", "{\"line\":\"bundle\",\"force\":\"kent\"", ProofFault.BundleMalformed)]
    [InlineData("{\"line\":\"bundle\"", "\uFEFF{\"line\":\"bundle\"", ProofFault.BundleMalformed)]
    [InlineData("\"line\":\"bundle\"", "\"line\":\"b\\u0075ndle\"", ProofFault.BundleMalformed)]
    [InlineData("\"line\":\"bundle\"", "\"line\":\"remark\"", ProofFault.BundleMalformed)]
    [InlineData("crimeaudit-bundle/1", "crimeaudit-bundle/2", ProofFault.BundleMalformed)]
    [InlineData("\"index\":1,", "\"index\":01,", ProofFault.BundleMalformed)]
    [InlineData("\"index\":1,", "\"index\":1.0,", ProofFault.BundleMalformed)]
    [InlineData("\"index\":1,", "\"index\":1e0,", ProofFault.BundleMalformed)]
    [InlineData("\"index\":1,", "\"index\":\"1\",", ProofFault.BundleMalformed)]
    [InlineData("\"index\":1,", "\"index\":null,", ProofFault.BundleMalformed)]
    [InlineData("\"index\":1,", "", ProofFault.BundleMalformed)]
    [InlineData("\"index\":1,", "\"index\":99999999999999999999,", ProofFault.BundleMalformed)]
    [InlineData("\"index\":1,", "\"index\":-1,", ProofFault.IndexOutsideTree)]
    [InlineData("\"index\":1,", "\"index\":2,", ProofFault.RootDiffers)]
    [InlineData("\"salt\":\"AAAAAAAAAAAAAAAAAAAAAA==\"", "\"salt\":\"AAAAAAAAAAAAAAAAAAAAAB==\"", ProofFault.BundleMalformed)]
    [InlineData("\"salt\":\"AAAAAAAAAAAAAAAAAAAAAA==\"", "\"salt\":\"AAAAAAAAAAAAAAAAAAAAAA=\"", ProofFault.BundleMalformed)]
    [InlineData("\"salt\":\"AAAAAAAAAAAAAAAAAAAAAA==\"", "\"salt\":\"AAAA AAAAAAAAAAAAAAAAAA==\"", ProofFault.BundleMalformed)]
    [InlineData("\"salt\":\"AAAAAAAAAAAAAAAAAAAAAA==\"", "\"salt\":\"AAAAAAAAAAAAAAAAAAAAAQ==\"", ProofFault.DigestDiffers)]
    [InlineData("\"position\":1,", "\"position\":+1,", ProofFault.BundleMalformed)]
    [InlineData("\"stratum\":1,\"position\":1,", "\"stratum\":1,\"position\":2,", ProofFault.SampleDiffers)]
    [InlineData("\n{\"line\":\"end\"", "\n\n{\"line\":\"end\"", ProofFault.BundleMalformed)]
    [InlineData("\n{\"line\":\"end\"", "\r\n{\"line\":\"end\"", ProofFault.BundleMalformed)]
    [InlineData("{\"line\":\"end\",\"lines\":", "{\"line\":\"end\",\"lines\":1", ProofFault.BundleCutOff)]
    public async Task Whatever_is_spelled_in_another_way_is_rejected(string honest, string forged, ProofFault fault)
    {
        string text = Encoding.UTF8.GetString(Honest().Text());
        Assert.Contains(honest, text, StringComparison.Ordinal);
        int at = text.IndexOf(honest, StringComparison.Ordinal);

        Assert.Equal(fault, await FaultAsync(Encoding.UTF8.GetBytes(text[..at] + forged + text[(at + honest.Length)..])));
    }

    [Fact]
    public async Task A_bundle_that_is_cut_anywhere_is_rejected()
    {
        SignedBundle honest = Honest();
        byte[] text = honest.Text();
        foreach (int length in Enumerable.Range(0, text.Length).Where(l => l % 97 == 0 || l == text.Length - 1 || (l > 0 && text[l - 1] == '\n')))
        {
            ProofFault fault = await FaultAsync(text[..length]);
            Assert.True(fault is ProofFault.BundleCutOff or ProofFault.BundleMalformed, $"{fault} at {length}");
        }
    }

    [Theory]
    [InlineData("{\"line\":\"end\",\"lines\":1}\n")]
    [InlineData("{\"line\":\"remark\"}\n")]
    [InlineData("\n")]
    [InlineData("x")]
    public async Task Nothing_may_follow_on_the_last_line(string more) =>
        Assert.Contains(
            await FaultAsync([.. Honest().Text(), .. Encoding.UTF8.GetBytes(more)]), new[] { ProofFault.BundleCutOff, ProofFault.BundleMalformed });

    [Fact]
    public async Task No_line_may_be_said_twice_or_moved()
    {
        SignedBundle honest = Honest();
        for (int i = 0; i < honest.Lines.Count; i++)
        {
            List<BundleLine> twice = [.. honest.Lines];
            twice.Insert(i, honest.Lines[i]);
            await FaultAsync(Written(twice));
            List<BundleLine> moved = [.. honest.Lines];
            moved.RemoveAt(i);
            moved.Insert((i + 1) % honest.Lines.Count, honest.Lines[i]);
            await FaultAsync(Written(moved));
        }
    }

    [Fact]
    public async Task No_line_but_the_end_of_an_audit_may_be_left_out_and_that_is_said()
    {
        SignedBundle honest = Honest();
        int final = honest.Lines.FindLastIndex(l => l is BundleEntry);
        for (int i = 0; i < honest.Lines.Count; i++)
        {
            List<BundleLine> without = [.. honest.Lines];
            without.RemoveAt(i);
            if (i != final)
            {
                await FaultAsync(Written(without));
            }
            else
            {
                Assert.False((await honest.VerifyAsync(Written(without))).IsWhole);
            }
        }
    }

    /// <summary>One seeded bit of every sixteen bytes; every bit of every byte where CRIMEAUDIT_TEST_EVERY_BIT is set.</summary>
    [Fact]
    public async Task A_flipped_bit_is_found_wherever_it_is()
    {
        byte[] text = Honest().Text();
        bool every = Environment.GetEnvironmentVariable("CRIMEAUDIT_TEST_EVERY_BIT") is { Length: > 0 };
        var random = new Random(20260301);
        IEnumerable<(int Byte, int Bit)> flips = every
            ? Enumerable.Range(0, text.Length * 8).Select(i => (i / 8, i % 8))
            : Enumerable.Range(0, text.Length / 16).Select(i => ((i * 16) + random.Next(16), random.Next(8)));
        foreach ((int at, int bit) in flips)
        {
            text[at] ^= (byte)(1 << bit);
            await FaultAsync(text);
            text[at] ^= (byte)(1 << bit);
        }
    }

    private static SignedBundle Honest()
    {
        var script = new AuditScript();
        script.Settle();
        return SignedBundle.Of(script);
    }

    private static byte[] Written(List<BundleLine> lines) => [.. lines.SelectMany(BundleText.Write), .. BundleText.Write(new BundleEnd(lines.Count))];

    private static async Task<ProofFault> FaultAsync(byte[] text, TrustedLog? log = null)
    {
        using var file = new MemoryStream(text);
        return (await Assert.ThrowsAsync<ProofRejectedException>(() => EvidenceBundle.VerifyAsync(file, log ?? new TestLog().Trusted))).Fault;
    }
}
