using System.Security.Cryptography;
using System.Text;
using Acceptance.Tests.Moving;
using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Acceptance.Tests.Ledger;

/// <summary>Who is told what entries hold.</summary>
/// <typeparam name="TService">The fixture of an engine.</typeparam>
public abstract class EntryPayloadTests<TService>(TService service) : AcceptanceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    [Fact]
    public async Task What_an_entry_holds_is_told_to_those_who_may_read_it_elsewhere()
    {
        await using TService told = await EmptyServiceAsync();
        await new ToldStory(told).TellAsync();
        List<LedgerEntry> all = await ReadAsync(told.Lead());
        Assert.All(all, e => Assert.NotEmpty(e.StoredBytes));
        Assert.All(all, e => Assert.Equal(
            Convert.ToBase64String(SHA256.HashData([.. e.Salt, .. e.StoredBytes])), Encoding.UTF8.GetString(e.LeafText.Span).Split('\n')[6]));

        string[] kinds = [.. all.Select(Kind)];
        Assert.Equal(["audit", "incident", "review", "volumes"], kinds.Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(["volumes"], await KindsAsync(told.Reader("essex")));
        Assert.Equal(["incident", "volumes"], await KindsAsync(told.Reader("kent")));
        Assert.Equal(["incident", "volumes"], await KindsAsync(told.Submitter("kent")));
        Assert.Equal(["audit", "incident", "volumes"], await KindsAsync(told.Registrar("kent")));
        Assert.Equal(["audit", "incident", "review", "volumes"], await KindsAsync(told.Client("admin")));
        Assert.Equal(["audit", "incident", "volumes"], await KindsAsync(told.Client("auditor", "kent")));
        // A lead with a home in the force has no hand in its audits.
        Assert.Equal(["audit", "incident", "volumes"], await KindsAsync(told.Client("lead", "kent")));
    }

    [Fact]
    public async Task Without_being_asked_for_nothing_but_leaf_texts_is_told()
    {
        await SubmitAsync(Told.Report("kent", "r1"));
        List<LedgerEntry> entries = await AllAsync(Service.Lead().Ledger.ReadEntriesAsync(cancellationToken: Cancel));
        Assert.All(entries, e => Assert.True(e.StoredBytes.IsEmpty && e.Salt.IsEmpty && !e.LeafText.IsEmpty));
    }

    private static Task<List<LedgerEntry>> ReadAsync(CrimeAuditClient client) =>
        AllAsync(client.Ledger.ReadEntriesAsync(new ReadEntriesRequest { WantPayloads = true }, Cancel));

    private static async Task<IEnumerable<string>> KindsAsync(CrimeAuditClient client)
    {
        List<LedgerEntry> entries = await ReadAsync(client);
        Assert.All(entries, e => Assert.Equal(e.StoredBytes.IsEmpty, e.Salt.IsEmpty));
        return entries.Where(e => !e.StoredBytes.IsEmpty && ForceOf(e) is (ToldStory.Force or "national")).Select(Kind).Distinct().Order(StringComparer.Ordinal);
    }

    private static string ForceOf(LedgerEntry entry) => Encoding.UTF8.GetString(entry.LeafText.Span).Split('\n')[1];

    private static string Kind(LedgerEntry entry)
    {
        string kind = Encoding.UTF8.GetString(entry.LeafText.Span).Split('\n')[4];
        return kind == "audit" && AuditEvent.Parser.ParseFrom(entry.StoredBytes).StepCase == AuditEvent.StepOneofCase.Reviewed ? "review" : kind;
    }
}
