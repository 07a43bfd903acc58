using CsvHelper;

namespace AuditCore.Reference;

/// <summary>Reads CSV records with the line on which each begins.</summary>
internal static class CsvLines
{
    public static IEnumerable<CsvLine> Read(TextReader text)
    {
        bool broken = false;
        CsvReaderOptions options = new()
        {
            Separator = ',', // not detected: a list of dates and semicolons could mislead
            HasHeader = false, // titles stand above some headers
            SkipEmptyLines = true,
            TrackLineNumbers = true,
            PoolStrings = true,
            OnMalformedRecord = _ => broken = true,
        };
        using CsvReader reader = CsvReader.Create(text, options, leaveOpen: true);
        while (reader.Read())
        {
            yield return new CsvLine((int)reader.LineNumber, reader.Current.ToArray(), broken);
            broken = false;
        }
    }

    /// <summary>The records under the header; a header that differs, or a broken record, becomes a problem.</summary>
    public static IEnumerable<CsvLine> ReadBelow(TextReader text, IReadOnlyList<string> header, ICollection<DataProblem> problems)
    {
        bool seen = false;
        foreach (CsvLine line in Read(text))
        {
            if (!seen)
            {
                seen = true;
                CheckHeader(line, header, problems);
            }
            else if (line.IsBroken)
            {
                problems.Add(line.Broken());
            }
            else if (!line.IsBlank)
            {
                yield return line;
            }
        }
        if (!seen) problems.Add(new(null, "the file is empty"));
    }

    public static void CheckHeader(CsvLine line, IReadOnlyList<string> header, ICollection<DataProblem> problems)
    {
        for (int column = 0; column < Math.Max(header.Count, line.Fields.Count); column++)
        {
            string expected = column < header.Count ? header[column] : "";
            if (!string.Equals(line[column], expected, StringComparison.Ordinal))
                problems.Add(new(line.Line, FormattableString.Invariant($"column {column + 1} is titled '{line[column]}', expected '{expected}'")));
        }
    }
}
