namespace AuditCli.Demo.Replay;

/// <summary>Crimes that a sampled stratum's reports required, and how many of them were recorded.</summary>
internal readonly record struct StratumCounts(int Required, int Recorded);
