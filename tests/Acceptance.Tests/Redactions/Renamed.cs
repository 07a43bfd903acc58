using System.Text.RegularExpressions;
using CrimeAudit.V1;
using Google.Protobuf;

namespace Acceptance.Tests.Redactions;

/// <summary>Messages with every reference by its place in ordinal order, so that those before and after an erasure can be compared.</summary>
internal static partial class Renamed
{
    /// <summary>What the message is with references by their places.</summary>
    /// <param name="message">A message.</param>
    /// <param name="word">With which references begin that are no tokens.</param>
    public static string Of(IMessage message, string word)
    {
        string text = JsonFormatter.Default.Format(message);
        var reference = new Regex($"{Regex.Escape(word)}-[a-z0-9-]+|redacted-[0-9a-f]{{32}}");
        List<string> order = [.. reference.Matches(text).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal)];
        return reference.Replace(text, m => $"#{order.IndexOf(m.Value)}");
    }

    /// <summary>The tokens in a message.</summary>
    public static IReadOnlyList<string> TokensOf(IMessage message) =>
        [.. Token().Matches(JsonFormatter.Default.Format(message)).Select(m => m.Value).Distinct()];

    public static RedactEntryRequest Request(long entryIndex, string requestId = "erase", string reason = "the force granted it") =>
        new() { EntryIndex = entryIndex, RequestId = requestId, Reason = reason, LegalBasis = "UK GDPR article 17" };

    [GeneratedRegex("redacted-[0-9a-f]{32}")]
    private static partial Regex Token();
}
