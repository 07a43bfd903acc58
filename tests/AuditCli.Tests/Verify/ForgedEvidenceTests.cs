using System.Text;
using AuditCli.Tests.Support;
using CrimeAudit.Client;
using Tests.Shared.Evidence;

namespace AuditCli.Tests.Verify;

/// <summary>Whatever is forged or damaged, the command line says what is wrong with it, by the reason that programs get too.</summary>
public sealed class ForgedEvidenceTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public static TheoryData<string> Lies => [.. DishonestBundles.Lies];

    public static TheoryData<int> Receipts => [.. Enumerable.Range(0, ForgedReceipts.Count)];

    [Theory]
    [MemberData(nameof(Lies))]
    public async Task A_bundle_with_a_lie_is_refused(string lie)
    {
        (ProofFault fault, SignedBundle bundle) = DishonestBundles.With(lie);

        Refused(fault, await BundleAsync(bundle.Text()));
    }

    [Theory]
    [MemberData(nameof(Receipts))]
    public async Task A_forged_receipt_is_refused(int forgery)
    {
        (ProofFault fault, string text) = ForgedReceipts.At(forgery);

        Refused(fault, await ReceiptAsync(text));
    }

    [Fact]
    public async Task A_receipt_of_another_leaf_or_with_a_path_of_another_length_is_refused()
    {
        IReadOnlyList<string> path = ForgedReceipts.Path;
        Refused(ProofFault.PathTooShort, await ReceiptAsync(ForgedReceipts.WithPath(path.SkipLast(1))));
        Refused(ProofFault.PathTooLong, await ReceiptAsync(ForgedReceipts.WithPath([.. path, path[0]])));
        Refused(ProofFault.RootDiffers, await ReceiptAsync(ForgedReceipts.Honest, ForgedReceipts.Tree.Leaf(ForgedReceipts.Index - 1)));
    }

    [Fact]
    public async Task A_bundle_in_which_a_bit_was_flipped_is_refused_whichever_it_is()
    {
        var script = new AuditScript();
        script.Settle();
        byte[] text = SignedBundle.Of(script).Text();
        Assert.Equal(0, (await BundleAsync(text)).Code);
        var random = new Random(20260301);
        for (int flip = 0; flip < 200; flip++)
        {
            byte[] damaged = [.. text];
            damaged[random.Next(text.Length)] ^= (byte)(1 << random.Next(8));
            Refused(null, await BundleAsync(damaged));
        }
    }

    public void Dispose() => folder.Dispose();

    /// <param name="fault">The reason; null: any.</param>
    /// <param name="result">What the command left behind.</param>
    private static void Refused(ProofFault? fault, CliResult result)
    {
        Assert.Equal((6, ""), (result.Code, result.Output));
        string reason = result.Error.Split(": ")[0];
        Assert.True(Enum.TryParse(reason, out ProofFault told), result.Error);
        Assert.Equal(fault ?? told, told);
    }

    private Task<CliResult> BundleAsync(byte[] text) =>
        CliRunner.RunAsync(["verify", "bundle", Written("a.bundle", text), "--key", new TestLog().VerifierKey]);

    private Task<CliResult> ReceiptAsync(string text, byte[]? leaf = null) => CliRunner.RunAsync(
    [
        "verify", "receipt", Written("a.tlog-proof", Encoding.UTF8.GetBytes(text)), "--leaf", Written("a.leaf", leaf ?? ForgedReceipts.Leaf),
        "--key", ForgedReceipts.Log.VerifierKey,
    ]);

    private string Written(string name, byte[] content)
    {
        string file = Path.Combine(folder.Path, name);
        File.WriteAllBytes(file, content);
        return file;
    }
}
