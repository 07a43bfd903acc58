namespace AuditCore.Reference;

/// <summary>The notifiable reported incidents: what may be logged instead of a crime, and when.</summary>
/// <remarks>Source: Home Office Notifiable Reported Incidents 2026-27, Open Government Licence v3.0.</remarks>
public sealed class ReportedIncidentList
{
    private static readonly Lazy<ReportedIncidentList> LazyPublished =
        new(() => EmbeddedData.Read(EmbeddedData.ReportedIncidents, Parse));

    private readonly Dictionary<string, ReportedIncidentCode> _byCode;

    internal ReportedIncidentList(IReadOnlyList<ReportedIncidentCode> codes, IReadOnlyList<SkippedRow> skipped)
    {
        Codes = codes;
        Skipped = skipped;
        _byCode = codes.ToDictionary(code => code.Code, StringComparer.Ordinal);
    }

    /// <summary>The list inside the product, read on first use.</summary>
    public static ReportedIncidentList Published => LazyPublished.Value;

    /// <summary>The codes, in the order of the file.</summary>
    public IReadOnlyList<ReportedIncidentCode> Codes { get; }

    /// <summary>
    /// Rows of the file that are no incidents: fraud offences that stand below the list with their columns shifted (they belong to the
    /// offence list), and a row that holds a remark alone.
    /// </summary>
    public IReadOnlyList<SkippedRow> Skipped { get; }

    /// <summary>Reads a list as the Home Office publishes it: a row with the title, a row with the column names, then codes.</summary>
    /// <param name="text">The CSV text.</param>
    /// <returns>The list.</returns>
    /// <exception cref="ReferenceDataException">
    /// Titles differ, a row cannot be read or a code is listed twice; all problems, with line
    /// numbers.
    /// </exception>
    public static ReportedIncidentList Parse(TextReader text) => ReportedIncidentListParser.Parse(text);

    /// <summary>The code.</summary>
    /// <param name="code">Home Office code, white space around it ignored.</param>
    /// <returns>The code, or null when it is not listed; fraud codes are not.</returns>
    public ReportedIncidentCode? Find(string code) => _byCode.GetValueOrDefault(code.Trim());

    /// <summary>The codes that could be used on a date (see <see cref="ReportedIncidentCode.IsEffectiveOn"/>).</summary>
    /// <param name="date">The date.</param>
    /// <returns>The codes, in the order of the file.</returns>
    public IReadOnlyList<ReportedIncidentCode> EffectiveOn(DateOnly date) => [.. Codes.Where(code => code.IsEffectiveOn(date))];
}
