namespace AuditServer.Sequencing;

/// <summary>An entry that was there already under a request key.</summary>
internal sealed record KnownEntry(long Index, long AcceptedMicros, byte[] Payload);
