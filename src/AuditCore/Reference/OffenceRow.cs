namespace AuditCore.Reference;

/// <summary>Reads the cells of one row of the offence list and collects what is wrong with them.</summary>
internal sealed class OffenceRow(CsvLine line)
{
    // Some rows carry a lone "1" two columns to the right of the dates: a mark of the list's keepers, not a comment.
    private const string StrayMark = "1";

    private readonly List<DataProblem> _problems = [];

    public IReadOnlyList<DataProblem> Problems => _problems;

    public static OffenceMode? Mode(string text) => text switch
    {
        "I" => OffenceMode.IndictableOnly,
        "E" => OffenceMode.EitherWay,
        "S" => OffenceMode.SummaryOnly,
        _ => null,
    };

    public static OffenceAgainst? Against(string text) => text switch
    {
        "V" => OffenceAgainst.Victim,
        "S" or "s" => OffenceAgainst.State,
        "S/V" => OffenceAgainst.VictimOrState,
        _ => null,
    };

    public static bool? Current(string text) => text switch
    {
        "Y" => true,
        "N" => false,
        _ => null,
    };

    public void Refuse(string reason) => _problems.Add(new(line.Line, reason));

    public string Code(int column)
    {
        if (!OffenceCode.IsWellFormed(line[column])) Refuse($"code '{line[column]}' is not of the form ddd/dd");
        return line[column];
    }

    public string Required(int column, string what)
    {
        if (line.Tidy(column) is { } text) return text;
        Refuse($"{what} is missing (column {column + 1})");
        return "";
    }

    public T OneOf<T>(int column, string expected, Func<string, T?> read)
        where T : struct
    {
        if (read(line[column]) is { } value) return value;
        Refuse($"'{line[column]}' in column {column + 1} is not {expected}");
        return default;
    }

    public string? SubClass(int column)
    {
        if (line.Tidy(column) is not { } text) return null;
        if (OffenceSubClasses.Find(text) is { } known) return known;
        Refuse($"sub class '{text}' is not known");
        return null;
    }

    public StatedDate Date(int column)
    {
        if (StatedDate.Parse(line[column]) is { } date) return date;
        Refuse($"'{line[column]}' in column {column + 1} is not a date");
        return StatedDate.NotStated;
    }

    public string? Comment(int firstColumn)
    {
        List<string> comments = [];
        for (int column = firstColumn; column < line.Fields.Count; column++)
            if (line.Tidy(column) is { } text && text != StrayMark) comments.Add(text);
        return comments.Count == 0 ? null : string.Join("; ", comments);
    }
}
