namespace AuditServer.Sequencing;

/// <summary>
/// Says when the entries of a turn are accepted, and with which salts: live from the clock and the salt source, in a
/// replay as the log that is replayed has it.
/// </summary>
internal interface IEntryStamps
{
    /// <summary>When the next entry is accepted, µs since 1970 UTC.</summary>
    long AcceptedMicros { get; }

    /// <summary>The stamp of the next entry. Asked for once an entry, in the order of the log.</summary>
    EntryStamp Next();
}

/// <summary>What an entry gets beside its content.</summary>
internal readonly record struct EntryStamp(long AcceptedMicros, byte[] Salt);

/// <summary>Stamps of a live turn: all its entries are accepted at one time.</summary>
internal sealed class LiveStamps(long acceptedMicros, ISaltSource salts) : IEntryStamps
{
    public long AcceptedMicros => acceptedMicros;

    public EntryStamp Next() => new(acceptedMicros, salts.Next());
}
