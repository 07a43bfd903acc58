using System.Globalization;

namespace AuditCore.Reference;

/// <summary>Reads one row of published results and adds what is wrong with it to the problems.</summary>
internal sealed class PublishedResultRow(CsvLine line, ICollection<DataProblem> problems)
{
    public static readonly string[] Header =
    [
        "force_slug", "programme", "audit_start", "audit_end", "published", "overall_rate", "overall_ci_half", "est_unrecorded_per_year",
        "violence_rate", "violence_ci_half", "sexual_rate", "reports_audited", "overall_grade", "q1_effective_grade", "source",
    ];

    public PublishedResult Read()
    {
        if (line.Fields.Count != Header.Length) Refuse($"{line.Fields.Count} columns instead of {Header.Length}");
        if (Forces.Find(line[0]) is null) Refuse($"force '{line[0]}' is not known");
        PublishedResult result = new()
        {
            Line = line.Line,
            Force = line[0],
            Programme = Required(1),
            AuditStart = Day(2),
            AuditEnd = Day(3),
            Published = Stated(4),
            OverallRate = Percent(5),
            OverallHalfWidth = Percent(6),
            UnrecordedPerYear = Count(7),
            ViolenceRate = Percent(8),
            ViolenceHalfWidth = Percent(9),
            SexualRate = Percent(10),
            ReportsAudited = Count(11),
            OverallGrade = Grade(12),
            EffectivenessGrade = Grade(13),
            Source = Required(14),
        };
        if (result.AuditStart > result.AuditEnd) Refuse("the audit ends before it starts");
        return result;
    }

    private void Refuse(string reason) => problems.Add(new(line.Line, reason));

    private string Required(int column)
    {
        if (line.Tidy(column) is { } text) return text;
        Refuse($"{Header[column]} is missing");
        return "";
    }

    private StatedDate Stated(int column)
    {
        if (StatedDate.Parse(line[column]) is { } date) return date;
        Refuse($"{Header[column]} '{line[column]}' is not a date");
        return StatedDate.NotStated;
    }

    private DateOnly? Day(int column)
    {
        StatedDate date = Stated(column);
        if (date.Precision is not (StatedDatePrecision.Day or StatedDatePrecision.NotStated))
            Refuse($"{Header[column]} '{line[column]}' is not a day");
        return date.First;
    }

    private double? Percent(int column)
    {
        if (line[column].Length == 0) return null;
        if (double.TryParse(line[column], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value) && value <= 100)
            return value;
        Refuse($"{Header[column]} '{line[column]}' is not a number from 0 to 100");
        return null;
    }

    private int? Count(int column)
    {
        if (line[column].Length == 0) return null;
        if (int.TryParse(line[column], NumberStyles.None, CultureInfo.InvariantCulture, out int value)) return value;
        Refuse($"{Header[column]} '{line[column]}' is not a whole number");
        return null;
    }

    // "requires improvement (as typed in the sheet; doubtful)": the grade, and the doubt about it.
    private PublishedGrade? Grade(int column)
    {
        if (line.Tidy(column) is not { } text) return null;
        int open = text.IndexOf('(', StringComparison.Ordinal);
        return open > 0 && text.EndsWith(')') ? new(text[..open].TrimEnd(), text[(open + 1)..^1]) : new(text, null);
    }
}
