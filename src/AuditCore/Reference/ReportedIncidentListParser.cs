using System.Globalization;
using System.Text.RegularExpressions;

namespace AuditCore.Reference;

/// <summary>Reads the notifiable reported incidents as published. The quirks it knows are listed in <c>Data/README.md</c>.</summary>
internal sealed partial class ReportedIncidentListParser
{
    private const string Title = "Notifiable Reported Incidents";
    private const int TitleColumn = 2;
    private const string FraudClass = "NFIB Fraud";

    // The sixth column has no title and holds remarks.
    private static readonly string[] Header = ["Home Office code", "Class", "Incident category", "Incident", "Year Added", "", "Year deleted"];

    private readonly List<DataProblem> _problems = [];
    private readonly List<ReportedIncidentCode> _codes = [];
    private readonly List<SkippedRow> _skipped = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    public static ReportedIncidentList Parse(TextReader text)
    {
        ReportedIncidentListParser parser = new();
        int record = 0;
        foreach (CsvLine line in CsvLines.Read(text)) parser.Take(line, record++);
        if (record < 2) parser._problems.Add(new(null, "the title or the column names are missing"));
        ReferenceDataException.ThrowIfAny("The list of reported incidents", parser._problems);
        return new ReportedIncidentList(parser._codes, parser._skipped);
    }

    private void Take(CsvLine line, int record)
    {
        if (line.IsBroken)
            _problems.Add(line.Broken());
        else if (record == 0 && !line[TitleColumn].StartsWith(Title, StringComparison.Ordinal))
            _problems.Add(new(line.Line, $"the first row should carry the title '{Title}' in column {TitleColumn + 1}"));
        else if (record == 1)
            CsvLines.CheckHeader(line, Header, _problems);
        else if (record > 1 && !line.IsBlank)
            TakeRow(line);
    }

    private void TakeRow(CsvLine line)
    {
        if (line[1] == FraudClass)
            Skip(line, "a fraud offence of the notifiable offence list, not a reported incident");
        else if (line.Fields.Take(Header.Length - 1).All(string.IsNullOrWhiteSpace))
            Skip(line, "a remark without a code");
        else
            TakeCode(line);
    }

    private void TakeCode(CsvLine line)
    {
        int before = _problems.Count;
        if (!OffenceCode.IsWellFormed(line[0])) Refuse(line, $"code '{line[0]}' is not of the form ddd/dd");
        else if (line[1] != "N" + line[0][..3]) Refuse(line, $"class '{line[1]}' does not belong to code '{line[0]}'");
        else if (!_seen.Add(line[0])) Refuse(line, $"code '{line[0]}' is listed twice");
        if (line.Tidy(2) is null || line.Tidy(3) is null) Refuse(line, "the incident category or the incident is missing");
        int? added = Year(line[4]);
        int? deleted = Year(line[6]);
        if (added is null) Refuse(line, $"'{line[4]}' is not the year in which the code was added");
        if (deleted is null && line[6].Length > 0) Refuse(line, $"'{line[6]}' is not the year in which the code was deleted");
        if (deleted < added) Refuse(line, $"the code was deleted in {deleted}, before it was added in {added}");
        if (line.Fields.Skip(Header.Length).Any(cell => !string.IsNullOrWhiteSpace(cell)))
            Refuse(line, $"a value stands beyond the {Header.Length} columns that are known");
        if (_problems.Count == before)
            _codes.Add(new(line[0], line[1], line.Tidy(2)!, line.Tidy(3)!, added!.Value, deleted, line.Tidy(5)));
    }

    private void Refuse(CsvLine line, string reason) => _problems.Add(new(line.Line, reason));

    private void Skip(CsvLine line, string reason) =>
        _skipped.Add(new(line.Line, string.Join(" | ", line.Fields.Where(cell => !string.IsNullOrWhiteSpace(cell))), reason));

    private static int? Year(string text) => YearForm().IsMatch(text) ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"\A(19|20)[0-9]{2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex YearForm();
}
