using CrimeAudit.V1;
using Google.Protobuf;

namespace Bench.Baselines;

/// <summary>
/// The least that a log of updates can store: an entry with its unique request id and digest, and its payload, by a prepared statement
/// each. No check, no state, no counts, no tree.
/// </summary>
internal sealed class LogRows : IDisposable
{
    private const string Entry = "INSERT INTO entries VALUES ($entry_index, 1, $request_id, $digest)";
    private const string Payload = "INSERT INTO entry_payloads VALUES ($entry_index, $salt, $payload)";
    private static readonly byte[] Digest = new byte[32];
    private static readonly byte[] Salt = new byte[16];

    private readonly BareDatabase database;
    private long size;

    /// <param name="file">The file to make.</param>
    public LogRows(string file)
    {
        database = new BareDatabase(file);
        database.Run("""
            CREATE TABLE entries (entry_index INTEGER PRIMARY KEY, source_id INTEGER NOT NULL, request_id TEXT NOT NULL, digest BLOB NOT NULL,
              UNIQUE (source_id, request_id)) STRICT;
            CREATE TABLE entry_payloads (entry_index INTEGER PRIMARY KEY, salt BLOB NOT NULL, payload BLOB NOT NULL) STRICT;
            """);
    }

    /// <summary>Appends updates in one transaction, durable when it returns.</summary>
    /// <returns>Index of the first.</returns>
    public long Append(IEnumerable<IncidentUpdate> updates)
    {
        long first = size;
        database.Commit(() =>
        {
            foreach (IncidentUpdate update in updates)
            {
                database.Statement(Entry, "entry_index", "request_id", "digest").Run(size, update.Sender.RequestId, Digest);
                database.Statement(Payload, "entry_index", "salt", "payload").Run(size, Salt, update.ToByteArray());
                size++;
            }
        });
        return first;
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => database.Dispose();
}
