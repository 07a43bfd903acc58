using System.Text.RegularExpressions;

namespace Tests.Shared;

/// <summary>
/// A page that shows files of the repository: after a comment <c>&lt;!-- shows PATH --&gt;</c> comes a fenced block with all of
/// the file's text. Where a page is shown without HTML, as those of packages are, the comment is <c>[//]: # (shows PATH)</c>.
/// </summary>
internal static partial class ShownFiles
{
    /// <summary>Fails unless each block is its file; with the variable of <see cref="WrittenPage"/> set they are written first.</summary>
    /// <param name="page">As from the root of the repository, <c>docs/samples.md</c>.</param>
    public static void MustBeShown(string page)
    {
        string text = Repository.Read(page);
        Assert.Matches(Block(), text);
        WrittenPage.MustSay(page, Block().Replace(text, match => $"{match.Groups["start"]}{Repository.Read(match.Groups["path"].Value)}```\n"));
    }

    [GeneratedRegex(@"(?<start>(?:<!-- shows (?<path>\S+) -->|\[//\]: # \(shows (?<path>\S+)\))\n\n```\w*\n)[\s\S]*?```\n")]
    private static partial Regex Block();
}
