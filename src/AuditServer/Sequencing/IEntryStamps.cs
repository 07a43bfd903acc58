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
    /// <param name="payload">Its content.</param>
    /// <param name="seal">Its seal, if it was sealed before its turn.</param>
    EntryStamp Next(byte[] payload, EntrySeal? seal);
}

/// <summary>What an entry gets beside its content.</summary>
/// <param name="AcceptedMicros">When it is accepted, µs since 1970 UTC.</param>
/// <param name="Seal">Its salt and digest. In a replay of what was erased: no salt, and the digest of what it was.</param>
/// <param name="RedactedBy">In a replay of what was erased: the entry that says so. Otherwise null.</param>
internal readonly record struct EntryStamp(long AcceptedMicros, EntrySeal Seal, long? RedactedBy = null);

/// <summary>Stamps of a live turn: all its entries are accepted at one time.</summary>
internal sealed class LiveStamps(long acceptedMicros, ISaltSource salts) : IEntryStamps
{
    public long AcceptedMicros => acceptedMicros;

    public EntryStamp Next(byte[] payload, EntrySeal? seal) => new(acceptedMicros, seal ?? EntrySeal.Of(salts.Next(), payload));
}
