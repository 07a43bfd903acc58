namespace AuditCore.Reference;

/// <summary>A version of the crime recording rules: the duty that a report made while it was in force falls under.</summary>
/// <param name="Name">Name by which decisions and breaches cite the version.</param>
/// <param name="EffectiveFrom">First day in force, in England and Wales; null for the oldest version held.</param>
/// <param name="EffectiveFromInstant">Start of that day in Europe/London, in UTC; null for the oldest version held.</param>
/// <param name="RecordingDeadline">Elapsed time from the report within which a crime is to be recorded.</param>
/// <param name="Paragraph">Where the rules state the deadline, or <see cref="NotAvailable"/> when their text is not held.</param>
/// <param name="Text">What that paragraph says, or <see cref="NotAvailable"/>.</param>
/// <param name="Source">The document.</param>
public sealed record RuleVersion(
    string Name,
    DateOnly? EffectiveFrom,
    DateTimeOffset? EffectiveFromInstant,
    TimeSpan RecordingDeadline,
    string Paragraph,
    string Text,
    string Source)
{
    /// <summary>Stands for a paragraph or text that the product does not hold; it is never made up.</summary>
    public const string NotAvailable = "not available";
}
