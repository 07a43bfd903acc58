using AuditCli.Import.Maps;
using AuditCli.Input;
using CsvHelper;

namespace AuditCli.Import.Rows;

/// <summary>The rows of the input one by one, each with its place, its identity and what is wrong with its form.</summary>
internal sealed class SourceRows : IDisposable
{
    /// <summary>An unclosed quote would take the rest of the file for one cell.</summary>
    private const int LargestRow = 1024 * 1024;

    private readonly CsvReader reader;
    private readonly RowHashes? hashes;
    private readonly int width;
    private CsvMalformedReason? malformed;

    /// <exception cref="InputException">The header is not what the map needs.</exception>
    public SourceRows(SourceFile source, ImportMap map)
    {
        reader = CsvReader.Create(
            source.Content,
            new CsvReaderOptions
            {
                Separator = ',', // not detected: a list of dates and semicolons could mislead
                TrackLineNumbers = true,
                MaxRecordSize = LargestRow,
                OnMalformedRecord = record => malformed = record.Reason,
            },
            leaveOpen: true);
        hashes = map.UsesRowHash ? new RowHashes() : null;
        Row = new Row(reader, Bind(map));
        width = reader.Headers.Count;
    }

    public Row Row { get; }

    /// <summary>Data rows read, the one at hand included; blank lines do not count.</summary>
    public long Number { get; private set; }

    /// <summary>The line on which the row at hand begins; the header is line 1.</summary>
    public long Line => reader.LineNumber;

    /// <summary>The row at hand as it stands in the file.</summary>
    public ReadOnlySpan<byte> Raw => reader.RawRecord;

    /// <summary>Goes to the next row.</summary>
    /// <exception cref="InputException">The file ends inside a quoted cell too large to be one, or is no gzip after all.</exception>
    public bool Read()
    {
        malformed = null;
        try
        {
            if (!reader.Read())
            {
                return false;
            }
        }
        catch (Exception broken) when (broken is CsvFormatException or InvalidDataException)
        {
            throw new InputException([$"after row {Number}: the file cannot be read further: {broken.Message}"]);
        }

        Number++;
        Row.Next(hashes?.Next(reader.RawRecord) ?? "");
        return true;
    }

    /// <summary>Whether the row at hand has the form of the file; otherwise says what is wrong.</summary>
    public bool HasForm(RowProblems problems)
    {
        switch (malformed)
        {
            case CsvMalformedReason.UnterminatedQuote:
                problems.Add("a quote is never closed: the row runs to the end of the file");
                break;
            case CsvMalformedReason.StrayQuote or CsvMalformedReason.TextAfterClosingQuote:
                problems.Add("a quote stands where none may: quote the whole cell, and double the quotes inside it");
                break;
            default:
                break;
        }

        if (reader.FieldCount != width)
        {
            problems.Add($"has {reader.FieldCount} cells; the header has {width}");
        }

        return !problems.Any;
    }

    public void Dispose() => reader.Dispose();

    private int[] Bind(ImportMap map)
    {
        List<string> problems = [];
        int[] indexes = [];
        try
        {
            reader.ReadHeader();
            indexes = map.Columns.Bind([.. reader.Headers], problems);
        }
        catch (Exception broken) when (broken is CsvFormatException or InvalidDataException)
        {
            problems.Add($"the header cannot be read: {broken.Message}");
        }

        InputException.ThrowIfAny(problems);
        return indexes;
    }
}
