using Bench.Results;

namespace Bench.Running;

/// <summary>Where results are kept.</summary>
/// <param name="Json">A file, or null.</param>
/// <param name="Markdown">A file, or null.</param>
/// <param name="Publish">Whether the pages of docs are written.</param>
internal sealed record ResultPlaces(string? Json, string? Markdown, bool Publish)
{
    /// <summary>Keeps what a group gave, so that a run that is ended keeps what it had.</summary>
    /// <exception cref="InvalidOperationException">Figures of small sizes, or of a Debug build, were to be published.</exception>
    public void Keep(GroupResult result)
    {
        if (Json is not null)
        {
            IReadOnlyList<GroupResult> all = ResultsFile.Merge(Json, [result], Groups.Names);
            if (Markdown is not null)
            {
                File.WriteAllText(Markdown, MarkdownPage.Of(all));
            }
        }
        else if (Markdown is not null)
        {
            File.AppendAllText(Markdown, MarkdownPage.Of([result]));
        }

        if (Publish)
        {
            PublishPages(result);
        }
    }

    private static void PublishPages(GroupResult result)
    {
        if (result.Quick || result.Machine?.Build != "Release")
        {
            throw new InvalidOperationException("Figures of --quick or of a Debug build are not published.");
        }

        IReadOnlyList<GroupResult> all = ResultsFile.Merge(Docs.File("performance.json"), [result], Groups.Names);
        Pages.Write(all);
    }
}
