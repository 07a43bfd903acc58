using System.Globalization;

namespace AuditCore.Reference;

/// <summary>
/// A table of police-recorded crime by police force area, rolling 12 months, as published: columns "12 months ending" (dd-MM-yyyy), "PFA",
/// "Region", "Offence", "Rolling year total number of offences".
/// </summary>
/// <param name="Rows">The rows of the 43 forces.</param>
/// <param name="LeftOut">How many rows each body that is none of the 43 forces has.</param>
public sealed record RecordedCrimeFile(IReadOnlyList<VolumeRow> Rows, IReadOnlyDictionary<string, int> LeftOut)
{
    private static readonly string[] Header = ["12 months ending", "PFA", "Region", "Offence", "Rolling year total number of offences"];
    private static readonly string[] OtherBodies = ["Action Fraud", "British Transport Police", "CIFAS", "UK Finance"];

    /// <summary>
    /// Reads a table. 30 December is read as 31 December (the published table writes <c>30-12-2017</c>); Action Fraud, CIFAS, UK Finance and
    /// British Transport Police are left out.
    /// </summary>
    /// <param name="text">The CSV text.</param>
    /// <returns>The rows; whether they make a set is for <see cref="VolumeValidator"/>.</returns>
    /// <exception cref="ReferenceDataException">
    /// Titles differ, or a date, an area or a count cannot be read; all problems, with line
    /// numbers.
    /// </exception>
    public static RecordedCrimeFile Parse(TextReader text)
    {
        List<DataProblem> problems = [];
        List<VolumeRow> rows = [];
        SortedDictionary<string, int> leftOut = new(StringComparer.Ordinal);
        foreach (CsvLine line in CsvLines.ReadBelow(text, Header, problems))
        {
            Force? force = Forces.FindByArea(line[1]);
            if (force is null && OtherBodies.Contains(line[1])) leftOut[line[1]] = leftOut.GetValueOrDefault(line[1]) + 1;
            else if (Read(line, force, problems) is { } row) rows.Add(row);
        }
        ReferenceDataException.ThrowIfAny("The table of recorded crime", problems);
        return new(rows, leftOut);
    }

    private static VolumeRow? Read(CsvLine line, Force? force, List<DataProblem> problems)
    {
        int before = problems.Count;
        if (line.Fields.Count != Header.Length) problems.Add(new(line.Line, $"{line.Fields.Count} columns instead of {Header.Length}"));
        if (force is null) problems.Add(new(line.Line, $"police force area '{line[1]}' is not known"));
        if (!DateOnly.TryParseExact(line[0], "dd-MM-yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly end))
            problems.Add(new(line.Line, $"'{line[0]}' is not a date of the form dd-MM-yyyy"));
        if (!long.TryParse(line[4], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long count))
            problems.Add(new(line.Line, $"'{line[4]}' is not a whole number"));
        if (end is { Day: 30, Month: 12 }) end = end.AddDays(1);
        return problems.Count == before ? new(force!.Slug, end, line[3], count, line.Line) : null;
    }
}
