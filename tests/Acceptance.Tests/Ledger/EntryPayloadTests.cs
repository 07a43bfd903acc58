using System.Security.Cryptography;
using System.Text;
using Acceptance.Tests.Audits;
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
    private static readonly AuditEvent.StepOneofCase[] OfItems =
    [
        AuditEvent.StepOneofCase.Reviewed, AuditEvent.StepOneofCase.Assigned, AuditEvent.StepOneofCase.Unavailable,
        AuditEvent.StepOneofCase.Answered, AuditEvent.StepOneofCase.Reconsidered, AuditEvent.StepOneofCase.Arbitrated,
        AuditEvent.StepOneofCase.Reopened,
    ];

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
        Assert.Equal(["audit", "incident", "item", "volumes"], kinds.Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(["volumes"], await KindsAsync(told.Reader("essex")));
        Assert.Equal(["incident", "volumes"], await KindsAsync(told.Reader("kent")));
        Assert.Equal(["incident", "volumes"], await KindsAsync(told.Submitter("kent")));
        Assert.Equal(["audit", "incident", "volumes"], await KindsAsync(told.As("another", "registrar", "kent")));
        Assert.Equal(["audit", "incident", "item", "volumes"], await KindsAsync(told.Client("admin")));
        Assert.Equal(["audit", "volumes"], await KindsAsync(told.Client("auditor", "kent")));
        // A lead with a home in the force has no hand in its audits.
        Assert.Equal(["audit", "incident", "volumes"], await KindsAsync(told.Client("lead", "kent")));
    }

    [Fact]
    public async Task Of_what_is_done_to_items_reviewers_and_the_force_are_told_their_own_doing_alone()
    {
        await using TService told = await EmptyServiceAsync();
        await new ToldStory(told).TellAsync();
        Assert.Equal(["Answered by a-registrar"], await DoneToItemsAsync(told.Registrar("kent")));
        Assert.Equal(["Reviewed by a-auditor"], await DoneToItemsAsync(told.Auditor(Inspection.ReviewersHome)));
        Assert.Empty(await DoneToItemsAsync(told.As("another", "auditor", Inspection.ReviewersHome)));
        Assert.Equal(OfItems.Length, (await DoneToItemsAsync(told.Lead())).Select(d => d.Split(' ')[0]).Distinct().Count());
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

    private static async Task<IEnumerable<string>> DoneToItemsAsync(CrimeAuditClient client) => (await ReadAsync(client))
        .Where(e => !e.StoredBytes.IsEmpty && Kind(e) == "item")
        .Select(e => AuditEvent.Parser.ParseFrom(e.StoredBytes))
        .Select(step => $"{step.StepCase} by {step.Actor}")
        .Distinct();

    private static string ForceOf(LedgerEntry entry) => Encoding.UTF8.GetString(entry.LeafText.Span).Split('\n')[1];

    private static string Kind(LedgerEntry entry)
    {
        string kind = Encoding.UTF8.GetString(entry.LeafText.Span).Split('\n')[4];
        return kind == "audit" && OfItems.Contains(AuditEvent.Parser.ParseFrom(entry.StoredBytes).StepCase) ? "item" : kind;
    }
}
