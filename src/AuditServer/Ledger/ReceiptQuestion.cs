using System.Globalization;
using AuditServer.Errors;
using AuditServer.Sequencing;
using CrimeAudit.V1;

namespace AuditServer.Ledger;

/// <summary>Which entry's receipt is asked for.</summary>
/// <param name="Index">Its index, where no key is given.</param>
/// <param name="Key">Who sent it under which id; null: it is asked for by its index.</param>
internal sealed record ReceiptQuestion(long Index, RequestKey? Key)
{
    /// <summary>The entry as it was asked for.</summary>
    public string Asked => Key is { } key ? $"{key.Force}/{key.SourceSystem}/{key.RequestId}" : Text(Index);

    /// <exception cref="Fault">INVALID_FIELDS.</exception>
    public static ReceiptQuestion Read(GetReceiptRequest request)
    {
        (string Field, string Value)[] key =
            [("force", request.Force), ("source_system", request.SourceSystem), ("request_id", request.RequestId)];
        var violations = new Violations();
        foreach ((string field, string value) in key.Where(k => request.HasEntryIndex ? k.Value.Length > 0 : k.Value.Length == 0))
        {
            violations.Add(field, request.HasEntryIndex ? "is set together with entry_index" : "is missing, and so is entry_index");
        }

        if (request.EntryIndex < 0)
        {
            violations.Add("entry_index", "is negative");
        }

        violations.ThrowIfAny();
        return request.HasEntryIndex
            ? new ReceiptQuestion(request.EntryIndex, null)
            : new ReceiptQuestion(0, new RequestKey(request.Force, request.SourceSystem, request.RequestId));
    }

    public static string Text(long index) => index.ToString(CultureInfo.InvariantCulture);
}
