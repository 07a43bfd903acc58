namespace Bench.Load;

/// <summary>What many calls took.</summary>
/// <param name="PerSecond">Calls answered in a second.</param>
/// <param name="Latencies">How long each took.</param>
internal sealed record CallTimes(double PerSecond, Latencies Latencies);
