namespace CrimeAudit.Client;

/// <summary>The rest of an append that was interrupted.</summary>
/// <param name="File">The file that ended with it.</param>
/// <param name="Offset">Where in the file it began; the file ends there now.</param>
/// <param name="Length">Bytes that were cut off.</param>
public sealed record SpoolTornTail(string File, long Offset, long Length);
