using System.Globalization;
using AuditCore.Reference;
using AuditServer.Audits;
using AuditServer.Errors;
using CrimeAudit.V1;

namespace AuditServer.Rates;

/// <summary>Figures of a volumes import as rows of a volume set.</summary>
internal static class VolumeFigures
{
    private const int MostFigures = 100_000;
    private const int LongestSource = 500;

    // Problems travel in the trailers of the answer, which have a limit of their own.

    /// <summary>Throws unless the figures make a volume set.</summary>
    /// <exception cref="Fault">INVALID_FIELDS: the first fifty problems, and how many there are.</exception>
    public static void Check(ImportVolumesRequest request)
    {
        var violations = new Violations();
        violations.Name("version", request.Version);
        violations.Text("source", request.Source, 1, LongestSource);
        violations.Number("figures", request.Figures.Count, 1, MostFigures);
        violations.KnownFieldsOnly("", request, ImportVolumesRequest.Parser);
        bool readable = true;
        for (int i = 0; i < request.Figures.Count && request.Figures.Count <= MostFigures; i++)
        {
            violations.Enter("figures", i);
            readable &= violations.Day("period_end", request.Figures[i].PeriodEnd) is not null;
            violations.Leave();
        }

        if (readable && request.Figures.Count is > 0 and <= MostFigures)
        {
            AddProblems(VolumeValidator.Validate(RowsOf(request)), violations);
        }

        violations.ThrowIfAny();
    }

    /// <summary>The rows; each has the place of its figure for a line.</summary>
    public static IReadOnlyList<VolumeRow> RowsOf(ImportVolumesRequest request) =>
        [.. request.Figures.Select((f, place) => new VolumeRow(f.Force, Day(f.PeriodEnd), f.Category, f.Count, place))];

    private static void AddProblems(IReadOnlyList<DataProblem> problems, Violations violations)
    {
        foreach (DataProblem problem in problems)
        {
            if (problem.Line is { } place)
            {
                violations.Add("figures", place, problem.Reason);
            }
            else
            {
                violations.Add("figures", problem.Reason);
            }
        }
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
