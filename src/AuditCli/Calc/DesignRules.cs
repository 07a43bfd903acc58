using AuditCli.Input;
using AuditCore.Estimation;

namespace AuditCli.Calc;

/// <summary>What must hold between the fields of a design. Lists that could not be read (null) have had their problem named already.</summary>
internal static class DesignRules
{
    /// <summary>At least one report, and no more than the frame holds.</summary>
    public static void Sized(JsonFields fields, string field, int[]? reports, long frameSize)
    {
        if (reports is { Length: 0 })
            fields.Problem(field, "holds no reviewed report, so nothing speaks for this stratum");
        else if (reports?.Length > frameSize)
            fields.Problem(field, FormattableString.Invariant($"holds {reports.Length} reports, more than the frame of {frameSize}"));
    }

    /// <summary>As long as the list it is a part of, and nowhere above it.</summary>
    public static void Within(JsonFields fields, string field, int[]? part, string wholeField, int[]? whole)
    {
        if (part is null || whole is null)
            return;
        if (part.Length != whole.Length)
        {
            fields.Problem(field, FormattableString.Invariant($"holds {part.Length} reports where '{wholeField}' holds {whole.Length}"));
            return;
        }
        foreach (int i in Enumerable.Range(0, part.Length).Where(i => part[i] > whole[i]))
            fields.Problem($"{field}[{i}]", FormattableString.Invariant($"is {part[i]}, more than '{wholeField}[{i}]', which is {whole[i]}"));
    }

    /// <summary>No name twice.</summary>
    public static void NoneTwice(JsonFields fields, string field, string kind, IEnumerable<string> names)
    {
        foreach (IGrouping<string, string> same in names.GroupBy(name => name, StringComparer.Ordinal).Where(g => g.Key != "?" && g.Count() > 1))
            fields.Problem(field, $"{kind} '{same.Key}' is given more than once");
    }

    /// <summary>Exactly the groups that have volumes.</summary>
    public static void SameNames(JsonFields fields, string field, List<string> names, List<string> volumes)
    {
        foreach (string missing in volumes.Except(names, StringComparer.Ordinal))
            fields.Problem(field, $"group '{missing}' has a volume but no counts");
        foreach (string extra in names.Where(name => name != "?").Except(volumes, StringComparer.Ordinal))
            fields.Problem(field, $"group '{extra}' has counts but no volume");
    }

    /// <summary>Denominators and numerators, report by report; of unequal lists, which are a problem already, the shorter length.</summary>
    public static ReportCounts[] Pair(int[]? denominators, int[]? numerators) =>
        [.. (denominators ?? []).Zip(numerators ?? [], (x, y) => new ReportCounts(x, y))];
}
