using AuditServer.Audits;
using AuditServer.Redactions;
using AuditServer.Sequencing;
using CrimeAudit.V1;
using Google.Protobuf;

namespace AuditServer.Replay;

/// <summary>
/// The redactions of a log that is replayed. They stand after what they erase, and what they leave is needed before: so they are gathered
/// first.
/// </summary>
internal sealed class KnownRedactions
{
    private readonly Dictionary<long, Dictionary<long, byte[]>> residues = [];
    private readonly Dictionary<string, List<ErasedFrameUnit>> units = new(StringComparer.Ordinal);

    /// <summary>A log without any.</summary>
    public static KnownRedactions None { get; } = new();

    /// <summary>Takes in an entry; one that is no whole redaction is left out, and is refused where it stands.</summary>
    public void Add(StoredEntry entry)
    {
        if (entry.Kind == EntryKind.Redaction && entry.HasItsDigest && TryParse(entry) is { } redaction)
        {
            residues[entry.Index] = redaction.Residues.DistinctBy(r => r.EntryIndex).ToDictionary(r => r.EntryIndex, r => r.Residue.ToByteArray());
            foreach (ErasedUnit unit in redaction.ErasedUnits)
            {
                units.TryAdd(unit.AuditId, []);
                units[unit.AuditId].Add(unit.ToUnit());
            }
        }
    }

    /// <summary>Whether an entry is one of them.</summary>
    public bool Holds(long redactionEntry) => residues.ContainsKey(redactionEntry);

    /// <summary>What one of them leaves of an entry; null when it does not name that, or is none of them.</summary>
    public byte[]? ResidueOf(long entryIndex, long redactedBy) => residues.GetValueOrDefault(redactedBy)?.GetValueOrDefault(entryIndex);

    /// <summary>The units of an audit's frame whose incidents were erased.</summary>
    public IReadOnlyList<ErasedFrameUnit> UnitsOf(string auditId) => units.GetValueOrDefault(auditId) ?? [];

    private static Redaction? TryParse(StoredEntry entry)
    {
        try
        {
            return Redaction.Parser.ParseFrom(entry.Payload);
        }
        catch (InvalidProtocolBufferException)
        {
            return null;
        }
    }
}
