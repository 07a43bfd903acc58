using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Google.Protobuf.Reflection;

namespace Acceptance.Tests.Json;

/// <summary>Writes docs/json.md from the examples and from what the server answered to them.</summary>
internal static class JsonPage
{
    public const string Path = "docs/json.md";

    private const int ShownOfArray = 2;

    private const string Intro =
        """
        # JSON over HTTP

        Every call of the contract but the streams is JSON too, on the address `CrimeAudit:Hosting:JsonUrl`. The examples were run
        one after the other on an empty log by a test, which compares every answer: set `CRIMEAUDIT_WRITE_DOCS=1` and run it to
        write this page anew. Long lists are cut here, and fractions are rounded.

        The fields are those of [the contract](../protos/crimeaudit/v1) in lowerCamelCase: times RFC 3339, bytes base64, enums by
        name. Answers write numbers as numbers and leave no field out but unset messages and choices; requests may leave out what
        is not set, and may write 64-bit numbers as strings. A field that the contract does not know is refused. A request without
        a body has its fields in the path and the query, where those of a message are joined by dots. Errors are in
        [errors.md](errors.md).

        ```sh
        crimeaudit serve
        SUBMITTER=$(crimeaudit token --role submitter --force thames-valley)
        READER=$(crimeaudit token --role reader --force thames-valley)
        REGISTRAR=$(crimeaudit token --role registrar --force thames-valley)
        LEAD=$(crimeaudit token --role lead)
        AUDITOR=$(crimeaudit token --role auditor --force cumbria --subject a-auditor)
        ANOTHER_AUDITOR=$(crimeaudit token --role auditor --force cumbria --subject another-auditor)
        ```
        """;

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="answers">The answer to each example that is shown.</param>
    public static string Text(IEnumerable<(JsonExample Example, string Answer)> answers)
    {
        var page = new StringBuilder(Intro.ReplaceLineEndings("\n")).Append('\n');
        foreach ((JsonExample example, string answer) in answers)
        {
            MethodDescriptor method = JsonRoutes.Unary.Single(m => m.Name == example.Rpc);
            (string verb, string template) = JsonRoutes.RouteOf(method);
            Line(page, $"\n## {example.Rpc}\n\n`{verb} {template}`, {method.Service.Name}\n");
            Line(page, $"```sh\n{Curl(example)}\n```\n\n```json\n{Shown(answer)}\n```");
        }

        return page.ToString();
    }

    private static string Curl(JsonExample example)
    {
        string call = $"curl -H \"authorization: Bearer ${example.Variable}\" 'http://127.0.0.1:5081{example.Path}'";
        return example.Body is null
            ? call
            : $"{call} \\\n  -H 'content-type: application/json' -d '\n{example.Body.ReplaceLineEndings("\n").Trim()}'";
    }

    private static string Shown(string answer) =>
        Cut(JsonNode.Parse(answer))!.ToJsonString(Indented).ReplaceLineEndings("\n");

    private static JsonNode? Cut(JsonNode? node) => node switch
    {
        JsonArray array => new JsonArray(
        [
            .. array.Take(ShownOfArray).Select(item => Cut(item)),
            .. array.Count > ShownOfArray ? [JsonValue.Create($"… and {array.Count - ShownOfArray} more")] : Array.Empty<JsonNode>(),
        ]),
        JsonObject fields => new JsonObject(fields.Select(f => KeyValuePair.Create(f.Key, Cut(f.Value)))),
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => Rounded(value.GetValue<double>()),
        null => null,
        _ => node.DeepClone(),
    };

    // The last digits of an estimate are the processor's.
    private static JsonValue Rounded(double number) => Math.Floor(number) == number
        ? JsonValue.Create((long)number)
        : JsonValue.Create(double.Parse(number.ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));

    private static void Line(StringBuilder page, string text) => page.Append(text).Append('\n');
}
