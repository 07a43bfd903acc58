using Grpc.Core;

namespace Acceptance.Tests.Hostile;

/// <summary>How a call ended.</summary>
/// <param name="Failure">With what; null: well.</param>
/// <param name="Answers">The messages that came before.</param>
/// <param name="IsCut">Its caller ended it, having heard enough of a stream.</param>
internal sealed record CallEnd(RpcException? Failure, IReadOnlyList<byte[]> Answers, bool IsCut);
