using AuditCore.Evidence;
using CrimeAudit.V1;
using Google.Protobuf;

namespace CrimeAudit.Client;

/// <summary>What a bundle holds, section by section: the steps proved to be in the log, the rest as it stands there.</summary>
internal sealed class BundleContent
{
    private const string Kind = "audit";
    private const string SystemPrefix = "audit/";

    private readonly List<BundleStep> steps = [];
    private readonly List<BundleUnits> units = [];
    private readonly List<BundleTicket> tickets = [];
    private readonly TrustedLog log;
    private BundleHeader? header;
    private LogCheckpoint? checkpoint;
    private BundleEnd? end;
    private long lines;
    private Section last = Section.Start;

    private BundleContent(TrustedLog log) => this.log = log;

    private enum Section
    {
        Start,
        Header,
        Checkpoint,
        Entries,
        Units,
        Tickets,
        End,
    }

    public string AuditId => header!.AuditId;

    public LogCheckpoint Checkpoint => checkpoint!;

    public IReadOnlyList<BundleStep> Steps => steps;

    public IReadOnlyList<BundleUnits> Units => units;

    public IReadOnlyList<BundleTicket> Tickets => tickets;

    /// <exception cref="ProofRejectedException">The file is none, or a step of it is not proved.</exception>
    public static async Task<BundleContent> ReadAsync(Stream bundle, TrustedLog log, CancellationToken cancel)
    {
        var content = new BundleContent(log);
        try
        {
            await foreach (BundleLine line in BundleReader.ReadAsync(bundle, cancel).ConfigureAwait(false))
            {
                content.Take(line);
            }
        }
        catch (FormatException wrong)
        {
            throw Malformed(wrong.Message);
        }

        return content.end is not null
            ? content
            : throw new ProofRejectedException(ProofFault.BundleCutOff, "The bundle ends before its last line.");
    }

    private void Take(BundleLine line)
    {
        if (end is not null)
        {
            throw new ProofRejectedException(ProofFault.BundleCutOff, "The bundle goes on after its last line.");
        }

        Enter(SectionOf(line));
        switch (line)
        {
            case BundleHeader first:
                Open(first);
                break;
            case BundleCheckpoint signed:
                checkpoint = log.Open(signed.Note);
                break;
            case BundleEntry entry:
                steps.Add(Prove(entry));
                break;
            case BundleUnits some:
                units.Add(some);
                break;
            case BundleTicket ticket:
                tickets.Add(ticket);
                break;
            case BundleEnd closing:
                Close(closing);
                break;
        }

        lines++;
    }

    /// <summary>Sections follow on each other; header and checkpoint are one line each, and every bundle has a step.</summary>
    private void Enter(Section section)
    {
        bool isNext = section switch
        {
            Section.Header or Section.Checkpoint or Section.Entries => last == section - 1 || (section == Section.Entries && last == section),
            _ => section >= last && last >= Section.Entries,
        };
        last = isNext ? section : throw Malformed($"Line {lines + 1} does not belong there.");
    }

    private void Open(BundleHeader first)
    {
        header = first.Format == BundleText.Format
            ? first
            : throw Malformed($"The bundle is not of the format {BundleText.Format}.");
    }

    private void Close(BundleEnd closing)
    {
        if (closing.Lines != lines)
        {
            throw new ProofRejectedException(ProofFault.BundleCutOff, $"The bundle has {lines} lines before its last, which says {closing.Lines}.");
        }

        end = closing;
    }

    private BundleStep Prove(BundleEntry entry)
    {
        EntryLeaf leaf = EntryLeaf.Parse(entry.Leaf);
        MerkleProofs.RequireInclusion(
            MerkleProofs.LeafHash(entry.Leaf), entry.Index, checkpoint!.Size, checkpoint.RootHash, entry.Path);
        leaf.RequireDigestOf(entry.Salt, entry.Stored);
        if (leaf.Force != header!.Force || leaf.SourceSystem != SystemPrefix + header.AuditId || leaf.Kind != Kind)
        {
            throw new ProofRejectedException(ProofFault.OtherAudit, $"Entry {entry.Index} is not a step of audit {header.AuditId}.");
        }

        if (steps.Count > 0 && (entry.Index <= steps[^1].EntryIndex || leaf.AcceptedMicros < steps[^1].Leaf.AcceptedMicros))
        {
            throw new ProofRejectedException(ProofFault.StepsOutOfOrder, $"Entry {entry.Index} follows on entry {steps[^1].EntryIndex}.");
        }

        return new BundleStep(entry.Index, leaf, Read(entry));
    }

    private AuditEvent Read(BundleEntry entry)
    {
        try
        {
            AuditEvent step = AuditEvent.Parser.ParseFrom(entry.Stored);
            return step.AuditId == header!.AuditId
                ? step
                : throw new ProofRejectedException(ProofFault.OtherAudit, $"Entry {entry.Index} is a step of another audit.");
        }
        catch (InvalidProtocolBufferException)
        {
            throw new ProofRejectedException(ProofFault.StoredBytesDiffer, $"What entry {entry.Index} holds is no step of an audit.");
        }
    }

    private static Section SectionOf(BundleLine line) => line switch
    {
        BundleHeader => Section.Header,
        BundleCheckpoint => Section.Checkpoint,
        BundleEntry => Section.Entries,
        BundleUnits => Section.Units,
        BundleTicket => Section.Tickets,
        _ => Section.End,
    };

    private static ProofRejectedException Malformed(string message) => new(ProofFault.BundleMalformed, message);
}
