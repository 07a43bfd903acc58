namespace AuditCore.Reference;

/// <summary>Results of crime data integrity inspections as published.</summary>
/// <remarks>Source: HMICFRS and HMIC crime data integrity publications, Open Government Licence v3.0; gathered with reports about them.</remarks>
public static class PublishedResults
{
    private static readonly Lazy<IReadOnlyList<PublishedResult>> Published = new(() => EmbeddedData.Read(EmbeddedData.Results, Parse));

    /// <summary>All results, in the order of the file.</summary>
    public static IReadOnlyList<PublishedResult> All => Published.Value;

    /// <summary>The results of a force.</summary>
    /// <param name="force">Slug of the force.</param>
    /// <returns>The results in the order of the file; empty when there are none.</returns>
    public static IReadOnlyList<PublishedResult> Of(string force) => [.. All.Where(result => result.Force == force)];

    /// <summary>Reads a file of results; its columns are in <c>Data/README.md</c>.</summary>
    /// <param name="text">The CSV text.</param>
    /// <returns>The results, in the order of the file.</returns>
    /// <exception cref="ReferenceDataException">
    /// Titles differ, or a cell cannot be read or is out of range; all problems, with line
    /// numbers.
    /// </exception>
    public static IReadOnlyList<PublishedResult> Parse(TextReader text)
    {
        List<DataProblem> problems = [];
        List<PublishedResult> results = [];
        foreach (CsvLine line in CsvLines.ReadBelow(text, PublishedResultRow.Header, problems))
            results.Add(new PublishedResultRow(line, problems).Read());
        ReferenceDataException.ThrowIfAny("The file of published results", problems);
        return results;
    }
}
