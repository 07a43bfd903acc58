namespace AuditServer.Redactions;

/// <summary>A redaction that stands in the log.</summary>
/// <param name="Index">Its (first) entry.</param>
/// <param name="AcceptedMicros">When it was accepted, µs since 1970 UTC.</param>
/// <param name="Entries">How many entries it erased.</param>
/// <param name="Replayed">It was there already.</param>
internal sealed record RedactionDone(long Index, long AcceptedMicros, int Entries, bool Replayed);
