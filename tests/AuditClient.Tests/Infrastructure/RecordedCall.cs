namespace AuditClient.Tests.Infrastructure;

/// <summary>What a call brought with it.</summary>
internal sealed record RecordedCall(string Rpc, TimeSpan TimeLeft, string? Authorization);
