using Step = CrimeAudit.V1.AuditEvent.StepOneofCase;

namespace AuditClient.Tests.Verification.Bundles;

public class DishonestServiceTests
{
    public static TheoryData<string> Lies => [.. DishonestBundles.Lies];

    [Theory]
    [MemberData(nameof(Lies))]
    public async Task A_lie_is_found(string lie)
    {
        (ProofFault fault, SignedBundle bundle) = DishonestBundles.With(lie);

        Assert.Equal(fault, await FaultAsync(bundle));
    }

    [Theory]
    [InlineData("essex\naudit/kent-2026\naudit")]
    [InlineData("kent\naudit/kent-2025\naudit")]
    [InlineData("kent\nstorm\naudit")]
    [InlineData("kent\naudit/kent-2026\nincident")]
    public async Task An_entry_that_is_no_step_of_the_audit_is_found(string leaf)
    {
        var script = new AuditScript();
        script.Settle();

        var bundle = SignedBundle.Of(script, e => e.StepCase == Step.Assigned ? leaf : "kent\naudit/kent-2026\naudit");

        Assert.Equal(ProofFault.OtherAudit, await FaultAsync(bundle));
    }

    private static async Task<ProofFault> FaultAsync(SignedBundle bundle) =>
        (await Assert.ThrowsAsync<ProofRejectedException>(bundle.VerifyAsync)).Fault;
}
