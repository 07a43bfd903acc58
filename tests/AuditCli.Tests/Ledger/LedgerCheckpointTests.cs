using AuditCli.Tests.Support;
using AuditCore.Ledger;

namespace AuditCli.Tests.Ledger;

public sealed class LedgerCheckpointTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task The_note_is_told_as_it_is_and_its_keys_beside_it()
    {
        await using Served served = await Served.StartAsync(folder.Path);
        CliResult result = await CliRunner.RunAsync(["ledger", "checkpoint", "--address", served.Address, "--token", served.Token]);

        Assert.Equal(0, result.Code);
        SignedNote note = SignedNote.Parse(result.Output);
        Assert.Equal(0, Checkpoint.Parse(note.Text).Size);
        Assert.Equal(NoteVerdict.Verified, note.Check([VerifierKey.Parse(result.Error.TrimEnd()["signed by ".Length..])]));
    }

    public void Dispose() => folder.Dispose();
}
