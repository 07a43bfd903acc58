using Bench.Pictures;
using Bench.Results;
using Bench.Scale;

namespace Bench.Running;

/// <summary>Writes what pages hold of results.</summary>
internal static class Pages
{
    /// <summary>The tables, the pictures and the extrapolation.</summary>
    public static void Write(IReadOnlyList<GroupResult> all)
    {
        GeneratedPart.Write(Docs.File("performance.md"), "figures", MarkdownPage.Of(all));
        PictureFiles.Write(all, Path.GetDirectoryName(Docs.File("performance.md"))!);
        if (ScaleFigures.From(all) is { } figures)
        {
            GeneratedPart.Write(Docs.File("scale.md"), "extrapolation", ScaleTables.Of(figures));
        }
    }
}
