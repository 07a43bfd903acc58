using System.Security.Cryptography;
using System.Text;
using AuditCore.Evidence;
using AuditCore.Sampling;
using CrimeAudit.Client;
using CrimeAudit.V1;
using Google.Protobuf;

namespace Tests.Shared.Evidence;

/// <summary>Writes a script down as a bundle, in a log that signs whatever it is told.</summary>
internal sealed class SignedBundle
{
    private readonly TestLog log = new();
    private readonly List<byte[]> leaves = [];
    private readonly List<BundleEntry> entries = [];

    private SignedBundle(AuditScript script, Func<AuditEvent, string>? leafOf)
    {
        for (int i = 0; i < script.Events.Count; i++)
        {
            leaves.Add(Encoding.UTF8.GetBytes($"an entry of another, {i}"));
            Append(script, i, leafOf);
        }

        leaves.Add(Encoding.UTF8.GetBytes("the latest entry"));
        var tree = new PlainTree(leaves);
        Lines.Add(new BundleHeader(BundleText.Format, AuditScript.AuditId, AuditScript.Force));
        Lines.Add(new BundleCheckpoint(log.Note(leaves.Count, tree.Root(leaves.Count))));
        Lines.AddRange(entries.Select(e => e with { Path = tree.Inclusion((int)e.Index, leaves.Count) }));
    }

    /// <summary>The lines so far; the last one is added when the text is asked for.</summary>
    public List<BundleLine> Lines { get; } = [];

    public TrustedLog Trusted => log.Trusted;

    /// <summary>An honest bundle of a script whose steps may be anything.</summary>
    /// <param name="script">The steps, settled.</param>
    /// <param name="leafOf">Force, system and kind of a step's leaf, a line each; null: what they should be.</param>
    public static SignedBundle Of(AuditScript script, Func<AuditEvent, string>? leafOf = null)
    {
        var bundle = new SignedBundle(script, leafOf);
        bundle.Lines.AddRange(script.Frame.Select((ids, i) => new BundleUnits(i, ids)));
        bundle.AddTickets(script, 0, script.Violence.Count);
        bundle.AddTickets(script, 1, script.Theft.Count);
        return bundle;
    }

    public byte[] Text() => [.. Lines.SelectMany(BundleText.Write), .. BundleText.Write(new BundleEnd(Lines.Count))];

    public Task<BundleReport> VerifyAsync() => VerifyAsync(Text());

    public async Task<BundleReport> VerifyAsync(byte[] text)
    {
        using var file = new MemoryStream(text);
        return await EvidenceBundle.VerifyAsync(file, Trusted);
    }

    private void AddTickets(AuditScript script, int stratum, int number) => Lines.AddRange(
        Draw.Take(script.Seed, script.Frame[stratum], number).Select((u, i) => new BundleTicket(stratum, i + 1, u.Id, u.Ticket.Text)));

    private void Append(AuditScript script, int place, Func<AuditEvent, string>? leafOf)
    {
        AuditEvent step = script.Events[place];
        byte[] salt = [.. Enumerable.Repeat((byte)place, 16)];
        byte[] stored = step.ToByteArray();
        string digest = Convert.ToBase64String(SHA256.HashData([.. salt, .. stored]));
        string[] who = (leafOf?.Invoke(step) ?? $"{AuditScript.Force}\naudit/{AuditScript.AuditId}\naudit").Split('\n');
        byte[] leaf = Encoding.UTF8.GetBytes($"crimeaudit-leaf/1\n{who[0]}\n{who[1]}\nr{place}\n{who[2]}\n{script.AcceptedMicros(place)}\n{digest}\n");
        entries.Add(new BundleEntry(leaves.Count, leaf, salt, stored, []));
        leaves.Add(leaf);
    }
}
