using System.Globalization;
using System.Text;
using Bench.Pictures;

namespace Bench.Results;

/// <summary>Results as Markdown: a section a group, with its conditions and its table.</summary>
internal static class MarkdownPage
{
    /// <summary>The sections of groups.</summary>
    public static string Of(IReadOnlyList<GroupResult> groups)
    {
        var page = new StringBuilder();
        foreach (GroupResult group in groups)
        {
            Write(page, group);
        }

        return page.ToString();
    }

    private static void Write(StringBuilder page, GroupResult group)
    {
        page.Append(CultureInfo.InvariantCulture, $"### {group.Name}\n\n{group.About}. {string.Join("; ", group.Conditions)}. {group.Machine}.\n\n");
        page.Append("| figure | measured | baseline | ratio | target |\n| --- | --- | --- | --- | --- |\n");
        foreach (Figure figure in group.Figures)
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"| {figure.What} | {Numbers.Text(figure.Measured)} {figure.Unit} | {figure.Against}: {Numbers.Text(figure.Baseline)} {figure.Unit} | " +
                $"{Numbers.Text(figure.Ratio)} | {TargetText(figure)} |\n");
        }

        page.Append('\n');
        if (BarPicture.Of(group) is { } bars)
        {
            page.Append(CultureInfo.InvariantCulture, $"![{bars.Title}]({BarPicture.FileName(group.Name)}.svg)\n\n");
        }

        foreach (Curve curve in group.Curves)
        {
            page.Append(CultureInfo.InvariantCulture, $"![{curve.Title}]({curve.Id}.svg)\n\n");
        }
    }

    private static string TargetText(Figure figure) =>
        string.Join(", ", figure.Targets.Select(t => $"{t.Text(figure.Unit)}: {(t.IsMetBy(figure) ? "met" : "**not met**")}"));
}
