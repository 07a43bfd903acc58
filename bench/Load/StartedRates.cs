namespace Bench.Load;

/// <summary>How fast a server took updates.</summary>
/// <param name="Cold">A second, from its start on: nothing was compiled yet on either side.</param>
/// <param name="Warm">A second, after those: what a service does that runs for weeks.</param>
internal sealed record StartedRates(double Cold, double Warm);
