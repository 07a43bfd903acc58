using System.Text.Json;
using Acceptance.Tests.Support;

namespace Acceptance.Tests.Accesses;

/// <summary>A row of the access log as its verb prints it.</summary>
internal sealed record NotedAccess(
    long Row, DateTimeOffset At, string Subject, string[] Roles, string[] HomeForces, string Method, string Force, string Records, long Number)
{
    /// <summary>Reads the access log, which must be as it was written.</summary>
    public static async Task<IReadOnlyList<NotedAccess>> ReadAsync(ServiceUnderTest service, params string[] arguments)
    {
        VerbResult read = await service.VerbAsync(["access-log", .. arguments]);
        Assert.True(read.Code == 0, read.Error);
        return
        [
            .. read.Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonSerializer.Deserialize<NotedAccess>(line, JsonSerializerOptions.Web)!),
        ];
    }
}
