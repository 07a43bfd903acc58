using Google.Protobuf;

namespace AuditClient.Tests.Verification;

/// <summary>A client reads all entries of services that lie, and of one that does not.</summary>
public sealed class VerifiedEntriesTests : IAsyncLifetime
{
    private readonly MemoryCheckpointStore store = new();
    private readonly TestClock clock = new();
    private readonly EvidenceLog log = new EvidenceLog().Fill(1, 21);
    private Func<LedgerEntry[], IEnumerable<LedgerEntry>> told = entries => entries;
    private FakeServer server = null!;

    public static TheoryData<string, ProofFault> Lies => new()
    {
        { "other stored bytes", ProofFault.DigestDiffers },
        { "another salt", ProofFault.DigestDiffers },
        { "another entry's leaf and bytes", ProofFault.TimesOutOfOrder },
        { "another request id", ProofFault.EntriesDiffer },
        { "a later last entry", ProofFault.EntriesDiffer },
        { "a leaf of no form", ProofFault.LeafMalformed },
        { "an entry left out", ProofFault.EntryMissing },
        { "an entry twice", ProofFault.EntryMissing },
        { "an early end", ProofFault.EntryMissing },
        { "an entry too many", ProofFault.EntryMissing },
    };

    public async ValueTask InitializeAsync()
    {
        server = await FakeServer.StartAsync();
        server.Ledger.Logs = _ => log;
        server.Ledger.Read = async (_, responses) =>
        {
            foreach (LedgerEntry[] page in told([.. log.Entries()]).Chunk(4))
            {
                await responses.WriteAsync(new ReadEntriesResponse { Entries = { page }, TreeSize = log.Size });
            }
        };
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task Entries_that_were_signed_are_verified_while_the_log_grows_and_what_may_not_be_read_is_no_lie()
    {
        using CrimeAuditClient client = Connect();
        Assert.Equal(21, (await client.Ledger.VerifyEntriesAsync(Cancel).Soon()).Size);
        for (int number = 22; number < 70; number++)
        {
            log.Append(TestUpdates.Number(number));
            Assert.Equal(number, (await client.Ledger.VerifyEntriesAsync(Cancel).Soon()).Size);
        }

        told = entries =>
        {
            foreach (LedgerEntry entry in entries)
            {
                (entry.Salt, entry.StoredBytes) = (ByteString.Empty, ByteString.Empty);
            }

            return entries;
        };
        Assert.Equal(log.Note(), (await client.Ledger.VerifyEntriesAsync(Cancel).Soon()).Note);
    }

    [Theory]
    [MemberData(nameof(Lies))]
    public async Task A_lie_is_found_by_its_name(string what, ProofFault fault)
    {
        using CrimeAuditClient client = Connect();
        string before = (await client.Ledger.VerifyLogAsync(Cancel).Soon()).Note;
        told = entries => Lie(what, entries);

        TamperDetectedException tampered =
            await Assert.ThrowsAsync<TamperDetectedException>(() => client.Ledger.VerifyEntriesAsync(Cancel)).Soon();

        Assert.Equal((fault, before), (tampered.Fault, tampered.PinnedNote));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static IEnumerable<LedgerEntry> Lie(string what, LedgerEntry[] entries)
    {
        LedgerEntry entry = entries[7];
        switch (what)
        {
            case "other stored bytes":
                entry.StoredBytes = entries[8].StoredBytes;
                break;
            case "another salt":
                entry.Salt = entries[8].Salt;
                break;
            case "another entry's leaf and bytes":
                (entry.LeafText, entry.Salt, entry.StoredBytes) = (entries[9].LeafText, entries[9].Salt, entries[9].StoredBytes);
                break;
            case "another request id":
                entry.LeafText = Line(entry, 3, "other");
                break;
            case "a later last entry":
                entries[^1].LeafText = Line(entries[^1], 5, "1893456000000000");
                break;
            case "a leaf of no form":
                entry.LeafText = ByteString.CopyFromUtf8("crimeaudit-leaf/2\n");
                break;
            case "an entry left out":
                return entries.Where(e => e != entry);
            case "an entry twice":
                return [.. entries[..8], .. entries[7..]];
            case "an early end":
                return entries[..^1];
            default:
                return [.. entries, new LedgerEntry(entries[^1]) { EntryIndex = entries.Length }];
        }

        return entries;
    }

    private static ByteString Line(LedgerEntry entry, int number, string text)
    {
        string[] lines = entry.LeafText.ToStringUtf8().Split('\n');
        lines[number] = text;
        return ByteString.CopyFromUtf8(string.Join('\n', lines));
    }

    private CrimeAuditClient Connect() => server.Connect(options =>
    {
        options.TimeProvider = clock;
        options.Verification.Share = 1;
        options.Verification.Store = store;
        options.Verification.Keys.Add(log.VerifierKey);
    });
}
