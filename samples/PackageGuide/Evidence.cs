using CrimeAudit.Client;
using CrimeAudit.V1;

namespace PackageGuide;

/// <summary>Submits a report, keeps its receipt as a file, and proves from that file alone that the log holds it.</summary>
internal sealed class Evidence(ICrimeAuditClient client, string file)
{
    public async Task RunAsync(TextWriter output)
    {
        DateTimeOffset reported = new(2018, 11, 5, 14, 30, 0, TimeSpan.Zero);
        IncidentUpdate update = IncidentUpdates.Opened("thames-valley", "storm", "URN-9", reported, "violence");
        SubmitIncidentResponse submitted = await client.Incidents.SubmitAsync(update); // Verified before it returns.
        GetReceiptResponse receipt = await client.Ledger.GetReceiptAsync(submitted.Receipt.EntryIndex);
        await File.WriteAllTextAsync(file, receipt.TlogProof);

        // Anybody, at any time, with no server. The key comes from the service's operator by another way, never from the service:
        // this program asks the service only because it is an example.
        GetCheckpointResponse checkpoint = await client.Ledger.GetCheckpointAsync();
        var log = new TrustedLog([.. checkpoint.VerifierKeys.Select(VerifierKey.Parse)]);
        var proof = TlogProof.Parse(await File.ReadAllTextAsync(file), log);
        proof.RequireLeaf(proof.Extra.Span);
        await output.WriteLineAsync($"entry {proof.Index} of {log.Origin} is proved");
    }
}
