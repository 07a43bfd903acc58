using Google.Protobuf;

namespace AuditServer.Rebuild;

/// <summary>The beginning of a log that was replayed, and what was asked of it.</summary>
/// <param name="Size">Entries replayed.</param>
/// <param name="Root">The RFC 6962 root over their leaf texts.</param>
/// <param name="Answer">The answer; null when nothing was asked.</param>
internal sealed record ReplayedAnswer(long Size, byte[] Root, IMessage? Answer);
