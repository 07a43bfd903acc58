using Acceptance.Tests.Support;
using AuditServer.Security;
using Google.Protobuf.Reflection;
using Tests.Shared;

namespace Acceptance.Tests.Hostile;

/// <summary>Makes the cases of a run, each from the run's seed and its own number.</summary>
/// <param name="seed">The seed of the run.</param>
/// <param name="name">The name of the state that the server was given.</param>
/// <param name="seen">What went over the wire then.</param>
internal sealed class FuzzCases(int seed, string name, SeenValues seen)
{
    private const int MostMessages = 4;

    // From all plausible, which reaches deepest, to nearly all hostile. In most, one field or two are wrong.
    private static readonly double[] Malice = [0, 0.02, 0.05, 0.1, 0.5];

    // Places in which a sound request is changed.
    private static readonly int[] Changes = [0, 1, 1, 1, 2, 4];

    private readonly SoundRequests sound = new(name, seen.FindNumber(GivenState.Apart, new Random(seed)) ?? 0);
    private readonly HostileValues hostile = new(seen);

    /// <summary>The numbers of a round in the order in which they are called: what ends audits comes last.</summary>
    public static IEnumerable<int> InOrder(IEnumerable<int> numbers, Func<int, MethodDescriptor> rpcOf) =>
        numbers.OrderBy(n => rpcOf(n).Name is "FinalizeAudit" or "AbandonAudit");

    /// <summary>Every RPC in its turn.</summary>
    public static MethodDescriptor RpcOf(int number) => ContractDescriptors.Rpcs[number % ContractDescriptors.Rpcs.Count];

    public FuzzCase Make(int number)
    {
        Random random = RandomOf(number);
        MethodDescriptor rpc = RpcOf(number);
        FuzzCaller caller = Caller(rpc, random);
        var messages = new HostileMessage[rpc.IsClientStreaming ? random.Next(MostMessages) : 1];
        for (int i = 0; i < messages.Length; i++)
        {
            messages[i] = Message(rpc, $"f{seed}-{number}-{i}", random);
        }

        StreamNumbers.Set(messages);
        return new FuzzCase(seed, number, rpc, caller, [.. messages.Select(m => Bytes(m, random))]);
    }

    /// <summary>A single message for an RPC, to which its caller gives a form of its own.</summary>
    public (HostileMessage Message, FuzzCaller Caller, Random Random) MakeMessage(MethodDescriptor rpc, int number)
    {
        Random random = RandomOf(number);
        FuzzCaller caller = Caller(rpc, random);
        return (Message(rpc, $"j{seed}-{number}", random), caller, random);
    }

    /// <summary>Somebody who may call an RPC.</summary>
    public static FuzzCaller CallerOf(MethodDescriptor rpc) => Permitted(rpc)[0];

    private Random RandomOf(int number) => new(unchecked((seed * 1_000_003) + number));

    private HostileMessage Message(MethodDescriptor rpc, string unique, Random random)
    {
        var plausible = new PlausibleValues(seen, unique);
        var maker = new MessageMaker(plausible, hostile, Malice[random.Next(Malice.Length)], random);
        return random.Next(5) > 0 && sound.Find(rpc.Name, random) is { } request
            ? new Mutation(plausible, hostile, maker, random).Of(request, Changes[random.Next(Changes.Length)])
            : maker.Make(rpc.InputType);
    }

    private static byte[] Bytes(HostileMessage message, Random random)
    {
        byte[] bytes = WireForm.Of(message);
        return random.Next(8) == 0 ? BrokenBytes.Of(bytes, random) : bytes;
    }

    /// <summary>Mostly somebody who may call: those who may not are stopped before anything is looked at.</summary>
    private static FuzzCaller Caller(MethodDescriptor rpc, Random random)
    {
        IReadOnlyList<FuzzCaller> some = random.Next(20) == 0 ? FuzzCaller.All : Permitted(rpc);
        return some[random.Next(some.Count)];
    }

    private static FuzzCaller[] Permitted(MethodDescriptor rpc)
    {
        IReadOnlyCollection<string> roles = [.. AccessPolicy.RolesOf($"/{rpc.Service.FullName}/{rpc.Name}").Keys];
        return [.. FuzzCaller.All.Where(c => c.Roles.Split(' ').Any(roles.Contains))];
    }
}
