using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Acceptance.Tests.Sqlite;
using Acceptance.Tests.Support;
using Google.Protobuf.Reflection;
using Tests.Shared;

namespace Acceptance.Tests.Json;

/// <summary>Runs every example of docs/json.md. What is on the page does not depend on the engine.</summary>
public sealed class JsonPageTests
{
    private const string Force = "thames-valley";
    private const string ReviewersHome = "cumbria";

    // The key of the examples and of nothing else, so that signatures are the same each time.
    private const string Key = "PRIVATE+KEY+crimeaudit.localhost+ed0b51c2+AYvxaigAb24YuDP10ruWLzmcSaDU/kv3JUTyheJQRT7c";

    private static readonly Dictionary<string, string?> Signing = new() { ["CrimeAudit:Ledger:KeyFile"] = "", ["CrimeAudit:Ledger:Key"] = Key };

    [Fact]
    public void Every_unary_call_has_an_example_at_its_address()
    {
        Assert.Equal(
            JsonRoutes.Unary.Select(method => method.Name).Order(StringComparer.Ordinal),
            JsonExamples.All.Where(example => !example.Silent).Select(example => example.Rpc).Order(StringComparer.Ordinal));
        Assert.All(
            JsonExamples.All, example => Assert.True(example.IsOf(MethodOf(example)), $"{example.Path} is not where {example.Rpc} is"));
    }

    [Fact]
    public async Task The_page_of_the_JSON_shows_what_the_server_answers()
    {
        await using var service = new SqliteService { Salts = new CountedSalts(), Settings = Signing };
        await service.InitializeAsync();
        using HttpClient http = service.Json();
        var answers = new List<(JsonExample Example, string Answer)>();
        foreach (JsonExample example in JsonExamples.All)
        {
            string answer = await AskAsync(service, http, example);
            _ = MethodOf(example).OutputType.Parser.ParseJson(answer);
            answers.Add((example, answer));
        }

        WrittenPage.MustSay(JsonPage.Path, JsonPage.Text(answers.Where(answer => !answer.Example.Silent)));
    }

    private static MethodDescriptor MethodOf(JsonExample example) => JsonRoutes.Unary.Single(method => method.Name == example.Rpc);

    private static async Task<string> AskAsync(SqliteService service, HttpClient http, JsonExample example)
    {
        HttpMethod verb = example.Body is null ? HttpMethod.Get : HttpMethod.Post;
        using var request = new HttpRequestMessage(verb, new Uri(example.Path, UriKind.Relative));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", service.TokenOf(example.Subject, example.Role, ForcesOf(example.Role)));
        request.Content = example.Body is null ? null : new StringContent(example.Body, Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        string answer = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{example.Rpc}: {answer}");
        return answer;
    }

    private static string[] ForcesOf(string role) => role switch
    {
        "lead" => [],
        "auditor" => [ReviewersHome],
        _ => [Force],
    };
}
