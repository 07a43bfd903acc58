namespace CrimeAudit.Client;

/// <summary>A file of the spool and the updates in it.</summary>
/// <param name="Path">Where.</param>
/// <param name="First">Number of its first update.</param>
/// <param name="Last">Number of its last.</param>
/// <param name="Length">Bytes up to the end of its last record.</param>
internal sealed record SpoolSegment(string Path, long First, long Last, long Length);
