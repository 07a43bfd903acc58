using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AuditCli.Support;

namespace AuditCli.Serving;

/// <summary>Asks the development endpoint of a server for a token.</summary>
internal static class DevelopmentTokenClient
{
    /// <exception cref="ServerException">The server cannot be reached, issues no tokens, or refuses this one.</exception>
    public static async Task<string> AskAsync(Uri server, TokenQuestion question, CancellationToken cancel)
    {
        // No proxy: the endpoint answers only whoever sits at its machine.
        using SocketsHttpHandler direct = new() { UseProxy = false };
        using HttpClient http = new(direct) { BaseAddress = server };
        using HttpResponseMessage response = await PostAsync(http, question, cancel);
        if (response.StatusCode == HttpStatusCode.NotFound)
        {
            throw new ServerException(
                CommandLine.Refused,
                $"{server} issues no tokens: a server does so in Development, bound to loopback, to callers of its own machine.");
        }

        string body = await response.Content.ReadAsStringAsync(cancel);
        using JsonDocument answer = Parse(server, body);
        return response.IsSuccessStatusCode && answer.RootElement.TryGetProperty("token", out JsonElement token)
            ? token.GetString() ?? throw NoAnswer(server, null)
            : throw new ServerException(CommandLine.Refused, Refusal(answer.RootElement));
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient http, TokenQuestion question, CancellationToken cancel)
    {
        try
        {
            return await http.PostAsJsonAsync(new Uri("/dev/tokens", UriKind.Relative), question, cancel);
        }
        catch (HttpRequestException failure)
        {
            throw new ServerException(CommandLine.Unreachable, $"{http.BaseAddress} cannot be reached: {failure.Message}", failure);
        }
    }

    private static JsonDocument Parse(Uri server, string body)
    {
        try
        {
            return JsonDocument.Parse(body);
        }
        catch (JsonException failure)
        {
            throw NoAnswer(server, failure);
        }
    }

    private static ServerException NoAnswer(Uri server, Exception? inner) =>
        new(CommandLine.Unreachable, $"{server} answers, but not as this service does. --json-url is the address of JSON, not of gRPC.", inner);

    /// <summary>The message names every wrong field already.</summary>
    private static string Refusal(JsonElement status) =>
        $"The server refused: {(status.TryGetProperty("message", out JsonElement message) ? message.GetString() : "it gives no reason")}";
}
