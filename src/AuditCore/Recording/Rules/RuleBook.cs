using AuditCore.Reference;

namespace AuditCore.Recording.Rules;

/// <summary>
/// The versions of the crime recording rules, all of them data (<c>Data/rules.json</c>): what they demand, from when on, where it is
/// written, what is presumed of reports, and how urgent an unanswered crime is. Next year's rules are a version more in that file.
/// </summary>
/// <remarks>
/// Source: Home Office, Crime Recording Rules for Front line Officers and Staff 2026/27; National Standard for Incident Recording 2011.
/// Crown copyright, Open Government Licence v3.0.
/// </remarks>
public sealed class RuleBook
{
    private const string PublishedFile = "AuditCore.Recording.Rules.Data.rules.json";

    private static readonly Lazy<RuleBook> LazyPublished = new(() =>
    {
        using Stream stream = typeof(RuleBook).Assembly.GetManifestResourceStream(PublishedFile)
            ?? throw new InvalidOperationException($"{PublishedFile} is not embedded");
        using StreamReader reader = new(stream);
        return Parse(reader.ReadToEnd());
    });

    internal RuleBook(string source, IReadOnlyList<RuleVersion> versions, UrgencyTable urgency)
    {
        Source = source;
        Versions = versions;
        Urgency = urgency;
    }

    /// <summary>The rules inside the product, read on first use.</summary>
    public static RuleBook Published => LazyPublished.Value;

    /// <summary>Where the rules come from, and their licence.</summary>
    public string Source { get; }

    /// <summary>The versions, oldest first.</summary>
    public IReadOnlyList<RuleVersion> Versions { get; }

    /// <summary>How urgent an unanswered crime is.</summary>
    public UrgencyTable Urgency { get; }

    /// <summary>Reads rules.</summary>
    /// <param name="json">The text of the file.</param>
    /// <returns>The rules.</returns>
    /// <exception cref="ReferenceDataException">Something is wrong with them; every problem, with its place.</exception>
    public static RuleBook Parse(string json) => new RuleBookParser().Parse(json);

    /// <summary>The rules in force when a report was made.</summary>
    /// <param name="reportedAt">Instant of the report, in any offset.</param>
    /// <returns>The version.</returns>
    public RuleVersion For(DateTimeOffset reportedAt)
    {
        for (int i = Versions.Count - 1; i > 0; i--)
        {
            if (reportedAt >= Versions[i].EffectiveFromInstant)
            {
                return Versions[i];
            }
        }

        return Versions[0];
    }

    /// <summary>Until when a crime that a report describes is to be recorded. The clock starts with the report by any channel and counts
    /// elapsed hours: a change to or from summer time neither gives nor takes an hour.</summary>
    /// <param name="reportedAt">Instant of the report, in any offset.</param>
    /// <returns>The deadline in UTC: 72 elapsed hours after a report before 1 April 2015 (Europe/London), 24 after a later one.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The deadline is past the last representable instant.</exception>
    public DateTimeOffset Deadline(DateTimeOffset reportedAt) => reportedAt.ToUniversalTime() + For(reportedAt).RecordingDeadline;
}
