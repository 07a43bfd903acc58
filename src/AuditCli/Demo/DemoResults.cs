using AuditCli.Demo.Month;
using AuditCli.Demo.Replay;
using CrimeAudit.V1;

namespace AuditCli.Demo;

/// <summary>All that a run came to.</summary>
/// <param name="Seed">The text that the draws' secrets were made from.</param>
/// <param name="Month">The month whose truth is known.</param>
/// <param name="Replays">The published inspections, replayed.</param>
/// <param name="Waves">The later inspection against the earlier, by recorded volumes.</param>
internal sealed record DemoResults(string Seed, MonthResult Month, IReadOnlyList<ReplayResult> Replays, AuditComparison Waves);
