using CrimeAudit.V1;

namespace AuditCli.Demo.Month;

/// <summary>A crime that a simulated report required, and what the simulated force made of it.</summary>
/// <param name="Group">Its group.</param>
/// <param name="Offence">What it was.</param>
/// <param name="Alleged">The force noted it as alleged when the report was opened.</param>
/// <param name="RecordedAfter">How long after the report it was recorded; null: never.</param>
/// <param name="RecordedAs">The offence it was recorded as.</param>
/// <param name="Misclassified">That offence is of another class.</param>
internal sealed record SimulatedCrime(
    OffenceGroup Group, Offence Offence, bool Alleged, TimeSpan? RecordedAfter, Offence RecordedAs, bool Misclassified)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromHours(24);

    /// <summary>What an inspector finds.</summary>
    public ReviewOutcome Outcome => RecordedAfter is not { } after ? ReviewOutcome.NotRecorded
        : (Misclassified, after <= Deadline) switch
        {
            (false, true) => ReviewOutcome.Recorded,
            (false, false) => ReviewOutcome.RecordedLate,
            (true, true) => ReviewOutcome.Misclassified,
            (true, false) => ReviewOutcome.MisclassifiedLate,
        };
}
