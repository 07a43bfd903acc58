namespace Bench.Memory;

/// <summary>What the runtime of a process said of its memory.</summary>
/// <param name="AllocatedBytes">Bytes allocated.</param>
/// <param name="Gen2Collections">Collections of the oldest generation.</param>
/// <param name="LargeObjectBytes">Bytes of objects too large for the young generations, as sampled every 100 KB of them.</param>
/// <param name="PeakWorkingSet">The most memory that the process held, bytes.</param>
/// <param name="ProcessorTime">Time that processors spent on it.</param>
internal sealed record CollectorCounts(long AllocatedBytes, int Gen2Collections, long LargeObjectBytes, long PeakWorkingSet, TimeSpan ProcessorTime);
