namespace CrimeAudit.Client;

/// <summary>How far a writer has come.</summary>
/// <param name="Written">Updates given to the writer, those that wait for room included.</param>
/// <param name="DurableThrough">Every update up to this place, from 1, has its result: it is durable, or it was refused.</param>
/// <param name="Accepted">Updates accepted, replays included.</param>
/// <param name="Replayed">Accepted updates that the log held already.</param>
/// <param name="Rejected">Updates refused.</param>
public readonly record struct WriterProgress(long Written, long DurableThrough, long Accepted, long Replayed, long Rejected);
