using CrimeAudit.V1;

namespace AuditCli.Watch;

/// <summary>The messages of a watch, and the token to go on with after those that were shown.</summary>
/// <param name="messages">The watch.</param>
/// <param name="token">The token that it began with; empty: none.</param>
/// <param name="untilCaughtUp">End with the message that says so.</param>
internal sealed class WatchWalk(IAsyncEnumerable<WatchIncidentsResponse> messages, string token, bool untilCaughtUp)
{
    public string Token { get; private set; } = token;

    public async IAsyncEnumerable<WatchIncidentsResponse> MessagesAsync()
    {
        await foreach (WatchIncidentsResponse message in messages)
        {
            yield return message;
            // Asked for the next one: this one has been shown.
            Token = message.ResumeToken;
            if (untilCaughtUp && message.CaughtUp is not null)
            {
                yield break;
            }
        }
    }
}
