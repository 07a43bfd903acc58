using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Acceptance.Tests.Audits;

/// <summary>Evidence bundles, exported by the lead and checked with the keys that the service names.</summary>
internal static class Bundles
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<byte[]> ExportAsync(ServiceUnderTest service, string auditId)
    {
        using var bundle = new MemoryStream();
        await service.Lead().Audits.ExportAsync(auditId, bundle, Cancel);
        return bundle.ToArray();
    }

    public static async Task<BundleReport> VerifyAsync(ServiceUnderTest service, byte[] bundle)
    {
        GetCheckpointResponse checkpoint = await service.Lead().Ledger.GetCheckpointAsync(Cancel);
        var log = new TrustedLog([.. checkpoint.VerifierKeys.Select(VerifierKey.Parse)]);
        using var file = new MemoryStream(bundle);
        return await EvidenceBundle.VerifyAsync(file, log, Cancel);
    }
}
