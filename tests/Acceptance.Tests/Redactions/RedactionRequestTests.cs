using Acceptance.Tests.Rates;
using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Acceptance.Tests.Redactions;

/// <summary>Who may have an incident erased, what is refused, and what is answered when it is asked for again.</summary>
/// <typeparam name="TService">The fixture of an engine.</typeparam>
public abstract class RedactionRequestTests<TService>(TService service) : AcceptanceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    [Fact]
    public async Task Asked_again_it_gets_the_same_answer_and_otherwise_it_is_refused()
    {
        IReadOnlyList<Receipt> receipts = await SubmitAsync(Told.Report("kent", "r1"), Told.Closed("kent", "r1", Moments.Reported.AddDays(1)));
        RedactEntryRequest request = Renamed.Request(receipts[0].EntryIndex);
        RedactEntryResponse first = await AskAsync("kent", request);
        RedactEntryResponse again = await AskAsync("kent", request);
        Assert.Equal((first.EntryIndex, first.AcceptedTime, 2, true), (again.EntryIndex, again.AcceptedTime, again.RedactedEntries, again.Replayed));

        foreach (Receipt receipt in receipts)
        {
            AuditStateException erased = await Assert.ThrowsAsync<AuditStateException>(() => AskAsync("kent", Renamed.Request(receipt.EntryIndex, "anew")));
            Assert.Equal(ErrorReason.EntryRedacted, erased.Reason);
            Assert.Contains($"as entry {first.EntryIndex} says", erased.Message, StringComparison.Ordinal);
        }

        RequestIdReusedException reused = await Assert.ThrowsAsync<RequestIdReusedException>(
            () => AskAsync("kent", Renamed.Request(receipts[0].EntryIndex, reason: "another reason")));
        Assert.Contains($"in entry {first.EntryIndex}", reused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_registrar_of_the_force_and_an_admin_may_and_nobody_else()
    {
        IReadOnlyList<Receipt> receipts = await SubmitAsync(Told.Report("essex", "r1"), Told.Report("essex", "r2"));
        RedactEntryRequest request = Renamed.Request(receipts[0].EntryIndex);
        foreach (string role in new[] { "submitter", "reader", "auditor", "lead" })
        {
            PermissionException refused = await Assert.ThrowsAsync<PermissionException>(
                () => Service.Client(role, "essex").Ledger.RedactEntryAsync(request, Cancel));
            Assert.Equal(ErrorReason.RoleMissing, refused.Reason);
        }

        PermissionException other = await Assert.ThrowsAsync<PermissionException>(() => AskAsync("kent", request));
        Assert.Equal(ErrorReason.ForceNotPermitted, other.Reason);
        Assert.False((await ReadAsync("essex", "r1")).History[0].HasRedactedBy);

        Assert.Equal(1, (await AskAsync("essex", request)).RedactedEntries);
        RedactEntryRequest more = Renamed.Request(receipts[1].EntryIndex, "by the admin");
        Assert.Equal(1, (await Service.Client("admin").Ledger.RedactEntryAsync(more, Cancel)).RedactedEntries);
    }

    [Fact]
    public async Task An_entry_that_is_not_there_or_holds_no_update_is_refused()
    {
        await SubmitAsync(Told.Report("surrey", "r1"));
        ImportVolumesResponse volumes = await Service.Lead().Rates.ImportVolumesAsync(Volumes.Of("v-redaction", "surrey", ("2018-12-31", 1, 2, 3)), Cancel);
        NotFoundException unknown = await Assert.ThrowsAsync<NotFoundException>(() => AskAsync("surrey", Renamed.Request(1_000_000)));
        Assert.Equal(ErrorReason.UnknownEntry, unknown.Reason);

        InvalidRequestException other = await Assert.ThrowsAsync<InvalidRequestException>(
            () => Service.Client("admin").Ledger.RedactEntryAsync(Renamed.Request(volumes.EntryIndex), Cancel));
        Assert.Equal($"entry {volumes.EntryIndex} is of kind volumes; name one that holds an update of the incident", Assert.Single(other.Violations).Description);
    }

    [Fact]
    public async Task Everything_wrong_with_a_request_is_named()
    {
        var wrong = new RedactEntryRequest { EntryIndex = -1, RequestId = "a/2", LegalBasis = new string('x', 201) };
        InvalidRequestException refused = await Assert.ThrowsAsync<InvalidRequestException>(() => AskAsync("kent", wrong));
        Assert.Equal(["entry_index", "request_id", "reason", "legal_basis"], refused.Violations.Select(v => v.Field));
    }

    [Fact]
    public async Task No_system_of_a_force_is_called_as_the_log_calls_itself()
    {
        IncidentUpdate update = Told.Report("kent", "r3");
        update.Sender.SourceSystem = "ledger/redactions";
        InvalidRequestException refused = await Assert.ThrowsAsync<InvalidRequestException>(() => SubmitAsync(update));
        Assert.Equal("update.sender.source_system", Assert.Single(refused.Violations).Field);
    }

    [Fact]
    public async Task More_is_told_of_an_incident_than_fits_into_one_entry()
    {
        var alleged = Enumerable.Range(0, 50).Select(i => Told.Alleged($"{new string('a', 55)}{i:00}", Codes.Violence, $"{new string('v', 55)}{i:00}")).ToArray();
        IncidentUpdate[] updates =
        [
            .. Enumerable.Range(0, 130).Select(i => Told.Report("sussex", "large", Moments.Reported.AddMinutes(i), $"code-{i}", alleged)),
        ];
        await WriteAsync(Service, updates);
        GetIncidentResponse before = await ReadAsync("sussex", "large");
        RedactEntryResponse done = await AskAsync("sussex", Renamed.Request(before.History[0].EntryIndex));
        Assert.Equal(130, done.RedactedEntries);

        string[] parts = [.. (await EntriesOfAsync("sussex", done.EntryIndex)).Select(p => $"{p.Part} of {p.Parts}")];
        Assert.Equal(["1 of 2", "2 of 2"], parts);
        Assert.True((await AskAsync("sussex", Renamed.Request(before.History[0].EntryIndex))).Replayed);
    }

    private async Task<IReadOnlyList<Redaction>> EntriesOfAsync(string force, long index) =>
    [
        .. (await AllAsync(Service.Reader(force).Ledger.ReadEntriesAsync(new ReadEntriesRequest { FromIndex = index, WantPayloads = true }, Cancel)))
            .Where(e => e.LeafText.ToStringUtf8().Contains("\nredaction\n", StringComparison.Ordinal))
            .Select(e => Redaction.Parser.ParseFrom(e.StoredBytes)),
    ];

    private Task<RedactEntryResponse> AskAsync(string force, RedactEntryRequest request) =>
        Service.Registrar(force).Ledger.RedactEntryAsync(request, Cancel);
}
