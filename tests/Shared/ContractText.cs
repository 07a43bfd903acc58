using System.Text.RegularExpressions;

namespace Tests.Shared;

/// <summary>The comments of the contract, which descriptors do not carry.</summary>
internal static partial class ContractText
{
    private const string Folder = "protos/crimeaudit/v1";

    /// <summary>What stands above each value of ErrorReason, by its number.</summary>
    public static IReadOnlyDictionary<int, string> Meanings { get; } = ReasonWithComment().Matches(Repository.Read($"{Folder}/errors.proto"))
        .ToDictionary(match => int.Parse(match.Groups["number"].Value, System.Globalization.CultureInfo.InvariantCulture), Comment);

    /// <summary>The names after <c>Errors</c> in the comment of each RPC, in the order of the contract.</summary>
    public static IReadOnlyList<NamedErrors> ErrorsOfRpcs { get; } =
    [
        .. from path in Directory.GetFiles(Repository.PathOf(Folder), "*.proto").Order(StringComparer.Ordinal)
           from Match match in RpcWithComment().Matches(Repository.Read($"{Folder}/{Path.GetFileName(path)}"))
           select new NamedErrors(match.Groups["rpc"].Value, NamesIn(Comment(match))),
    ];

    private static IReadOnlyList<string> NamesIn(string comment)
    {
        int errors = comment.IndexOf("Errors", StringComparison.Ordinal);
        return errors < 0 ? [] : [.. Name().Matches(comment[errors..]).Select(match => match.Value).Distinct()];
    }

    private static string Comment(Match match) =>
        string.Join(' ', match.Groups["line"].Captures.Select(line => line.Value.Trim()));

    [GeneratedRegex(@"(?:^ *//(?<line>.*)\n)+ *ERROR_REASON_\w+ = (?<number>\d+)", RegexOptions.Multiline)]
    private static partial Regex ReasonWithComment();

    [GeneratedRegex(@"(?:^ *//(?<line>.*)\n)* *rpc (?<rpc>\w+)\(", RegexOptions.Multiline)]
    private static partial Regex RpcWithComment();

    [GeneratedRegex("[A-Z]+(?:_[A-Z]+)+")]
    private static partial Regex Name();

    /// <summary>An RPC and the errors that its comment names.</summary>
    internal sealed record NamedErrors(string Rpc, IReadOnlyList<string> Errors);
}
