using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Acceptance.Tests.Json;
using Google.Protobuf.Reflection;

namespace Acceptance.Tests.Hostile;

/// <summary>A call over JSON that means no good.</summary>
internal sealed partial record JsonCase(int Number, MethodDescriptor Rpc, FuzzCaller Caller, string Verb, string Path, byte[]? Body, string ContentType)
{
    private const int MostShown = 4_000;

    private static readonly string[] ContentTypes =
        ["text/plain", "application/json; charset=utf-16", "application/xml", "application/grpc", "application/json; charset=", "multipart/form-data; boundary=x"];

    /// <summary>Makes the case of a number: the message in the path, the query and the body as the contract's annotation says.</summary>
    public static JsonCase Make(FuzzCases cases, int number)
    {
        MethodDescriptor rpc = RpcOf(number);
        (HostileMessage message, FuzzCaller caller, Random random) = cases.MakeMessage(rpc, number);
        (string verb, string template) = JsonRoutes.RouteOf(rpc);
        var inPath = new HashSet<FieldDescriptor>();
        string path = Variable.Replace(template, variable => InPath(message, variable, inPath, random));
        HostileMessage rest = message with { Fields = [.. message.Fields.Where(f => !inPath.Contains(f.Field))] };
        string type = random.Next(25) == 0 ? ContentTypes[random.Next(ContentTypes.Length)] : "application/json";
        return verb == "GET"
            ? new JsonCase(number, rpc, caller, verb, path + Query(rest, "?", "", random), null, type)
            : new JsonCase(number, rpc, caller, verb, path + (random.Next(30) == 0 ? "?x=1" : ""), BodyOf(rest, random), type);
    }

    /// <summary>Every RPC that JSON has in its turn.</summary>
    public static MethodDescriptor RpcOf(int number) => JsonRoutes.Unary[number % JsonRoutes.Unary.Count];

    /// <summary>The request, to be sent as it stands.</summary>
    public HttpRequestMessage Request(Uri address, string token)
    {
        var exact = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
        var request = new HttpRequestMessage(new HttpMethod(Verb), new Uri(address.GetLeftPart(UriPartial.Authority) + Path, exact));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (Body is not null)
        {
            request.Content = new ByteArrayContent(Body);
            request.Content.Headers.TryAddWithoutValidation("content-type", ContentType);
        }

        return request;
    }

    public override string ToString() =>
        $"case {Number}: {Verb} {Cut(Path)} as {Caller.Roles}, {ContentType}: {(Body is null ? "" : Cut(Encoding.UTF8.GetString(Body)))}";

    private static string Cut(string text) => text.Length <= MostShown ? text : $"{text[..MostShown]}… of {text.Length}";

    private static string InPath(HostileMessage message, Match variable, HashSet<FieldDescriptor> taken, Random random)
    {
        FieldDescriptor field = message.Type.FindFieldByName(variable.Groups["name"].Value);
        taken.Add(field);
        object? value = message.Fields.LastOrDefault(f => f.Field == field).Value;
        string text = value is null ? "" : JsonForm.TextOf(field, value);
        // With nothing there the path would be that of another call.
        text = text.Length == 0 ? "-" : text;
        // Some things stand in a path as nobody who knows better would put them there.
        return random.Next(20) == 0 ? text.Replace(' ', '+').Replace('\r', '_').Replace('\n', '_').Replace('?', '_').Replace('#', '_') : Uri.EscapeDataString(text);
    }

    private static byte[] BodyOf(HostileMessage message, Random random)
    {
        string text = JsonForm.Of(message);
        return random.Next(5) == 0 ? BrokenText.Of(text, random) : Encoding.UTF8.GetBytes(text);
    }

    private static string Query(HostileMessage message, string begin, string prefix, Random random)
    {
        var query = new StringBuilder();
        foreach ((FieldDescriptor field, object value) in message.Fields)
        {
            string name = prefix + (random.Next(2) == 0 ? field.JsonName : field.Name);
            query.Append(value is HostileMessage inner && field.MessageType.File.Package == message.Type.File.Package
                ? Query(inner, begin, $"{name}.", random)
                : $"{begin}{Uri.EscapeDataString(name)}={Uri.EscapeDataString(JsonForm.TextOf(field, value))}");
            begin = query.Length > 0 ? "&" : begin;
        }

        return query.ToString();
    }

    [GeneratedRegex(@"\{(?<name>\w+)(=[^}]*)?\}")]
    private static partial Regex Variable { get; }
}
