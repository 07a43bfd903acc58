using Bench.Results;

namespace Bench.Growth;

/// <summary>What was measured when the log had grown so far.</summary>
/// <param name="Updates">Updates stored.</param>
/// <param name="Parts">Updates a second in the parts of the step before.</param>
/// <param name="BareLog">Updates a second of as many straight into SQLite, after as many.</param>
/// <param name="WorkingSet">Memory of the server, bytes.</param>
/// <param name="DatabaseBytes">Size of its database.</param>
/// <param name="RateMilliseconds">p50 of the live rate of the whole force.</param>
internal sealed record GrowthStep(int Updates, Series Parts, double BareLog, long WorkingSet, long DatabaseBytes, double RateMilliseconds);
