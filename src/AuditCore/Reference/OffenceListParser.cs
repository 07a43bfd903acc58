namespace AuditCore.Reference;

/// <summary>Reads the notifiable offence list as published. The quirks it knows are listed in <c>Data/README.md</c>.</summary>
internal sealed class OffenceListParser
{
    private const string Title = "Notifiable Offence List";
    private const int TitleColumn = 6;
    private const int MostColumns = 21;

    private static readonly string[] Header =
    [
        "Home Office code", "Mode", "Max Sentence", "Victim or State Based", "Class", "Sub class", "Offence category", "Offence", "Act",
        "Section", "Current", "Year added/amended/deleted", "Commencement date", "Cessation date", "Comment",
    ];

    private readonly List<DataProblem> _problems = [];
    private readonly List<NotifiableOffence> _offences = [];

    public static IReadOnlyList<NotifiableOffence> Parse(TextReader text)
    {
        OffenceListParser parser = new();
        int record = 0;
        foreach (CsvLine line in CsvLines.Read(text)) parser.Take(line, record++);
        if (record < 2) parser._problems.Add(new(null, "the title or the column names are missing"));
        ReferenceDataException.ThrowIfAny("The offence list", parser._problems);
        return parser._offences;
    }

    private void Take(CsvLine line, int record)
    {
        if (record == 0 && !line[TitleColumn].StartsWith(Title, StringComparison.Ordinal))
            _problems.Add(new(line.Line, $"the first row should carry the title '{Title}' in column {TitleColumn + 1}"));
        else if (record == 1)
            CsvLines.CheckHeader(line, Header, _problems);
        else if (record > 1 && line.IsBroken)
            _problems.Add(line.Broken());
        else if (record > 1 && !line.IsBlank && ReadOffence(line) is { } offence)
            _offences.Add(offence);
    }

    private NotifiableOffence? ReadOffence(CsvLine line)
    {
        OffenceRow row = new(line);
        if (line.Fields.Count > MostColumns) row.Refuse($"{line.Fields.Count} columns, at most {MostColumns} are known");
        NotifiableOffence offence = new()
        {
            Line = line.Line,
            Code = row.Code(0),
            Mode = row.OneOf(1, "I, E or S", OffenceRow.Mode),
            MaximumSentence = row.Required(2, "a maximum sentence"),
            Against = row.OneOf(3, "V, S or S/V", OffenceRow.Against),
            Class = row.OneOf(4, "a class of the list", OffenceClasses.FromListName),
            SubClass = row.SubClass(5),
            Category = line.Tidy(6),
            Description = row.Required(7, "an offence"),
            Act = row.Required(8, "an act"),
            Section = line.Tidy(9),
            IsCurrent = row.OneOf(10, "Y or N", OffenceRow.Current),
            ListChanged = row.Date(11),
            Commencement = row.Date(12),
            Cessation = row.Date(13),
            Comment = row.Comment(14),
        };
        _problems.AddRange(row.Problems);
        return row.Problems.Count == 0 ? offence : null;
    }
}
