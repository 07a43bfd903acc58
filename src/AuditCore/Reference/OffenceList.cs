namespace AuditCore.Reference;

/// <summary>
/// The Home Office notifiable offence list: an immutable set of rows, indexed by code.
/// Where rows of one code disagree about class or sub class, a current row comes before one that is not, then the row that stands first.
/// In the list of 2026/27 no code has two classes, and two codes (028/03, 029/00) have two sub classes.
/// </summary>
/// <remarks>Source: Home Office Notifiable Offence List 2026/27, Open Government Licence v3.0.</remarks>
public sealed class OffenceList
{
    /// <summary>Name of the list inside the product.</summary>
    public const string PublishedVersion = "home-office-2026-27";

    private static readonly Lazy<OffenceList> LazyPublished =
        new(() => EmbeddedData.Read(EmbeddedData.Offences, text => Parse(text, PublishedVersion)));

    private readonly Dictionary<string, IReadOnlyList<NotifiableOffence>> _byCode;
    private readonly Dictionary<string, OffenceClassification> _classifications;

    private OffenceList(string version, IReadOnlyList<NotifiableOffence> offences)
    {
        Version = version;
        Offences = offences;
        _byCode = offences.GroupBy(offence => offence.Code, StringComparer.Ordinal)
            .ToDictionary(rows => rows.Key, rows => (IReadOnlyList<NotifiableOffence>)[.. rows], StringComparer.Ordinal);
        _classifications = _byCode.ToDictionary(pair => pair.Key, pair => ClassificationOf(pair.Value), StringComparer.Ordinal);
    }

    /// <summary>The list inside the product, read on first use.</summary>
    public static OffenceList Published => LazyPublished.Value;

    /// <summary>Name of this list.</summary>
    public string Version { get; }

    /// <summary>All rows, in the order of the file.</summary>
    public IReadOnlyList<NotifiableOffence> Offences { get; }

    /// <summary>The codes of the list, each once, in the order in which they first stand in the file.</summary>
    public IReadOnlyCollection<string> Codes => _byCode.Keys;

    /// <summary>Reads a list as the Home Office publishes it: a row with the title, a row with the column names, then offences.</summary>
    /// <param name="text">The CSV text.</param>
    /// <param name="version">Name to give the list.</param>
    /// <returns>The list.</returns>
    /// <exception cref="ReferenceDataException">Titles differ or rows cannot be read; all problems, with line numbers.</exception>
    public static OffenceList Parse(TextReader text, string version) => new(version, OffenceListParser.Parse(text));

    /// <summary>The rows of a code.</summary>
    /// <param name="code">Home Office code, white space around it ignored.</param>
    /// <returns>The rows in the order of the file; empty when the code is not listed.</returns>
    public IReadOnlyList<NotifiableOffence> WithCode(string code) => _byCode.GetValueOrDefault(code.Trim(), []);

    /// <summary>What a code stands for. Takes the same time for every code.</summary>
    /// <param name="code">Home Office code, white space around it ignored.</param>
    /// <returns>Class, group and sub class; not listed and unknown for a code that the list does not have.</returns>
    public OffenceClassification Classify(string code) =>
        _classifications.GetValueOrDefault(code.Trim()) ?? new(code.Trim(), IsListed: false, OffenceClass.Unknown, SubClass: null);

    /// <summary>The offences that the list states to be in force on a date (see <see cref="NotifiableOffence.StatusOn"/>).</summary>
    /// <param name="date">The date, in England and Wales.</param>
    /// <returns>The rows, in the order of the file. Rows whose dates do not say are left out: ask for their status.</returns>
    public IReadOnlyList<NotifiableOffence> EffectiveOn(DateOnly date) =>
        [.. Offences.Where(offence => offence.StatusOn(date) == OffenceStatus.InForce)];

    private static OffenceClassification ClassificationOf(IReadOnlyList<NotifiableOffence> rows)
    {
        NotifiableOffence first = rows.FirstOrDefault(row => row.IsCurrent) ?? rows[0];
        return new(first.Code, IsListed: true, first.Class, first.SubClass);
    }
}
