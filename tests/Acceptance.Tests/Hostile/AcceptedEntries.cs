using System.Collections;
using System.Collections.Concurrent;
using System.Text;
using CrimeAudit.Client;
using CrimeAudit.V1;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Acceptance.Tests.Hostile;

/// <summary>The entries that somebody was given a receipt for. In the end the log holds those of incidents, and no others: nothing half done.</summary>
internal sealed class AcceptedEntries
{
    private const string IncidentKind = "incident";

    // The lines of a leaf: version, force, sending system, request id, kind.
    private const int KindLine = 4;

    private readonly ConcurrentDictionary<long, bool> indexes = new();

    /// <summary>How many there are.</summary>
    public int Count => indexes.Count;

    public void Add(Receipt receipt) => indexes[receipt.EntryIndex] = true;

    /// <summary>Notes every receipt in an answer.</summary>
    public void Add(IMessage answer)
    {
        if (answer is Receipt receipt)
        {
            Add(receipt);
            return;
        }

        foreach (FieldDescriptor field in answer.Descriptor.Fields.InDeclarationOrder().Where(f => f.FieldType == FieldType.Message))
        {
            object value = field.Accessor.GetValue(answer);
            foreach (IMessage inner in value is IList many ? many.Cast<IMessage>() : value is IMessage one ? [one] : [])
            {
                Add(inner);
            }
        }
    }

    /// <summary>Requires that the log's entries of incidents are these.</summary>
    public async Task AssertAreTheLogAsync(CrimeAuditClient lead, CancellationToken cancel)
    {
        var held = new List<long>();
        await foreach (LedgerEntry entry in lead.Ledger.ReadEntriesAsync(cancellationToken: cancel))
        {
            if (Encoding.UTF8.GetString(entry.LeafText.Span).Split('\n')[KindLine] == IncidentKind)
            {
                held.Add(entry.EntryIndex);
            }
        }

        Assert.Equal(indexes.Keys.Order(), held);
    }
}
