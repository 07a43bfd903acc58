using System.Net;
using System.Text.Json;
using AuditServer.Errors;

namespace AuditServer.Security;

/// <summary><c>POST /dev/tokens</c>: a token for whoever sits at this machine.</summary>
internal static class DevelopmentTokenEndpoint
{
    public const string Path = "/dev/tokens";

    public static void MapDevelopmentTokens(this IEndpointRouteBuilder endpoints, DevelopmentTokens tokens) =>
        endpoints.MapPost(Path, http => AnswerAsync(http, tokens));

    private static async Task AnswerAsync(HttpContext http, DevelopmentTokens tokens)
    {
        if (!IsFromThisMachine(http))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        try
        {
            string token = tokens.Issue(await ReadAsync(http.Request));
            await http.Response.WriteAsJsonAsync(new { token });
        }
        catch (Fault fault)
        {
            await FaultJson.WriteAsync(http.Response, fault);
        }
    }

    private static async Task<DevelopmentToken> ReadAsync(HttpRequest request)
    {
        var wrong = new Violations();
        try
        {
            // Only a JSON content type: a web page cannot send one to another origin without being asked first.
            DevelopmentToken? token = request.HasJsonContentType() ? await request.ReadFromJsonAsync<DevelopmentToken>() : null;
            if (token is not null)
            {
                DevelopmentTokens.Wrong(token).ThrowIfAny();
                return token;
            }

            wrong.Add("body", "is not a JSON object of content type application/json");
        }
        catch (JsonException malformed)
        {
            wrong.Add(malformed.Path ?? "body", "is not as expected: subject, roles, forces and lifetime (hh:mm:ss)");
        }

        throw Faults.InvalidFields(wrong.Found);
    }

    // The host is looked at too: behind a name that resolves to this machine stands another site's page.
    private static bool IsFromThisMachine(HttpContext http) =>
        IsLoopback(http.Connection.RemoteIpAddress)
        && IsLoopback(http.Connection.LocalIpAddress)
        && (http.Request.Host.Host == "localhost" || (IPAddress.TryParse(http.Request.Host.Host, out IPAddress? host) && IsLoopback(host)));

    private static bool IsLoopback(IPAddress? address) => address is not null && IPAddress.IsLoopback(address);
}
