namespace AuditCore.Reference;

/// <summary>The 43 territorial police forces of England and Wales. British Transport Police is not one of them.</summary>
/// <remarks>Source: ONS police force area codes, Open Government Licence v3.0.</remarks>
public static class Forces
{
    private static readonly string[] Header = ["slug", "name", "pfa_name", "ons_pfa_code"];
    private static readonly Lazy<IReadOnlyList<Force>> Published = new(() => EmbeddedData.Read(EmbeddedData.Forces, Parse));
    private static readonly Lazy<Dictionary<string, Force>> BySlug = new(() => All.ToDictionary(force => force.Slug, StringComparer.Ordinal));
    private static readonly Lazy<Dictionary<string, Force>> ByArea =
        new(() => All.ToDictionary(force => force.AreaName, StringComparer.OrdinalIgnoreCase));

    /// <summary>All forces, by slug in ordinal order.</summary>
    public static IReadOnlyList<Force> All => Published.Value;

    /// <summary>The force with a slug.</summary>
    /// <param name="slug">Slug, compared ordinally.</param>
    /// <returns>The force, or null.</returns>
    public static Force? Find(string slug) => BySlug.Value.GetValueOrDefault(slug);

    /// <summary>The force of a police force area.</summary>
    /// <param name="areaName">Name of the area ("Thames Valley"), in any case, white space around it ignored.</param>
    /// <returns>The force, or null: bodies such as Action Fraud and British Transport Police stand among the areas of some tables.</returns>
    public static Force? FindByArea(string areaName) => ByArea.Value.GetValueOrDefault(areaName.Trim());

    /// <summary>Reads a list of forces: columns slug, name, pfa_name, ons_pfa_code.</summary>
    /// <param name="text">The CSV text.</param>
    /// <returns>The forces, by slug in ordinal order.</returns>
    /// <exception cref="ReferenceDataException">A cell is blank, or a slug or area is repeated.</exception>
    public static IReadOnlyList<Force> Parse(TextReader text)
    {
        List<DataProblem> problems = [];
        List<Force> forces = [];
        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
        foreach (CsvLine line in CsvLines.ReadBelow(text, Header, problems))
        {
            if (line.Fields.Count != Header.Length || line.Fields.Any(string.IsNullOrWhiteSpace))
                problems.Add(new(line.Line, "a force needs slug, name, area name and area code"));
            else if (!seen.Add("slug " + line[0]) | !seen.Add("area " + line[2]))
                problems.Add(new(line.Line, $"'{line[0]}' or its area '{line[2]}' is listed twice"));
            forces.Add(new(line[0], line[1], line[2], line[3]));
        }
        ReferenceDataException.ThrowIfAny("The list of forces", problems);
        return [.. forces.OrderBy(force => force.Slug, StringComparer.Ordinal)];
    }
}
