namespace AuditCli.Demo.Month;

/// <summary>A simulated report: what was told, and what the police made of it.</summary>
/// <param name="Reference">Its reference in command and control.</param>
/// <param name="ReportedAt">When the police were told.</param>
/// <param name="OpeningCode">How it was opened; not always what it was.</param>
/// <param name="DomesticAbuse">It is marked as domestic abuse.</param>
/// <param name="Crimes">The crimes that it required.</param>
internal sealed record SimulatedReport(
    string Reference, DateTimeOffset ReportedAt, string OpeningCode, bool DomesticAbuse, IReadOnlyList<SimulatedCrime> Crimes);
