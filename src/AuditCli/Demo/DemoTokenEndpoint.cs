using System.Net.Http.Json;
using System.Text.Json;

namespace AuditCli.Demo;

/// <summary>Asks a running Development server for credentials.</summary>
internal sealed class DemoTokenEndpoint(Uri jsonUrl)
{
    public async Task<string> AskAsync(string subject, string role, string? force)
    {
        using var http = new HttpClient { BaseAddress = jsonUrl };
        using HttpResponseMessage answer = await http.PostAsJsonAsync(
            "/dev/tokens", new { subject, roles = new[] { role }, forces = force is null ? [] : new[] { force } });
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString()!;
    }
}
