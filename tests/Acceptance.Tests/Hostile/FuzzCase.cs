using Google.Protobuf.Reflection;

namespace Acceptance.Tests.Hostile;

/// <summary>A call that means no good.</summary>
/// <param name="Seed">The seed of the run.</param>
/// <param name="Number">The number of the case in the run. The two make the case, on a server that was given the same before.</param>
/// <param name="Rpc">What is called.</param>
/// <param name="Caller">As whom.</param>
/// <param name="Messages">What is sent.</param>
internal sealed record FuzzCase(int Seed, int Number, MethodDescriptor Rpc, FuzzCaller Caller, IReadOnlyList<byte[]> Messages)
{
    private const int MostShown = 4_000;

    /// <summary>The full name of the RPC, as the wire has it.</summary>
    public string Method => $"/{Rpc.Service.FullName}/{Rpc.Name}";

    /// <summary>All that is needed to repeat it.</summary>
    public override string ToString() => $"case {Number} of seed {Seed}: {Rpc.Name} as {Caller.Roles} with {string.Join(" | ", Messages.Select(Shown))}";

    private static string Shown(byte[] message) => message.Length <= MostShown
        ? Convert.ToBase64String(message)
        : $"{Convert.ToBase64String(message.AsSpan(0, MostShown))}… of {message.Length} bytes";
}
