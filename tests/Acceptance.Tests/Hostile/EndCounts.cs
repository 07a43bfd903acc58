using System.Collections.Concurrent;
using Google.Protobuf.Reflection;
using Google.Rpc;
using Grpc.Core;

namespace Acceptance.Tests.Hostile;

/// <summary>How often calls ended how, to be looked at: a run in which nothing is accepted tests the first check alone.</summary>
internal sealed class EndCounts
{
    private readonly ConcurrentDictionary<string, int> counts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> well = new(StringComparer.Ordinal);

    public void Add(MethodDescriptor rpc, CallEnd end) => Add(rpc, end.Failure is null ? "OK"
        : end.Failure.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason ?? end.Failure.StatusCode.ToString());

    public void Add(MethodDescriptor rpc, string end)
    {
        counts.AddOrUpdate(end, 1, (_, count) => count + 1);
        well.AddOrUpdate(rpc.Name, end == "OK" ? 1 : 0, (_, count) => count + (end == "OK" ? 1 : 0));
    }

    public override string ToString() =>
        $"{counts.Values.Sum()} calls: {string.Join(", ", counts.OrderByDescending(c => c.Value).Select(c => $"{c.Key} {c.Value}"))}; "
        + $"never ended well: {string.Join(", ", well.Where(w => w.Value == 0).Select(w => w.Key).Order(StringComparer.Ordinal))}";
}
