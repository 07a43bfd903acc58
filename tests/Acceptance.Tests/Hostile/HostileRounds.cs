using System.Collections.Concurrent;
using Acceptance.Tests.Instances;
using Acceptance.Tests.Support;
using CrimeAudit.Client;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Acceptance.Tests.Hostile;

/// <summary>
/// Hostile cases, round by round, while a bystander works. In the end no case was answered otherwise than the contract has it, the bystander
/// is done, the server is sound, and the log is what was accepted.
/// </summary>
/// <param name="group">One instance.</param>
/// <param name="seed">Of the cases.</param>
/// <param name="cancel">Ends the run.</param>
internal sealed class HostileRounds(InstanceGroup group, int seed, CancellationToken cancel)
{
    private const int UsualCases = 400;

    /// <summary>Audits are brought to an end by what is sent: there are new ones for as many calls.</summary>
    private const int ARound = 500;

    private const int AtOnce = 8;

    private readonly AcceptedEntries accepted = new();
    private readonly ConcurrentQueue<string> wrong = new();

    /// <summary>How calls ended.</summary>
    public EndCounts Ends { get; } = new();

    /// <summary>A call was accepted, with this answer.</summary>
    public void Accept(IMessage answer) => accepted.Add(answer);

    /// <summary>A case was answered otherwise than the contract has it.</summary>
    public void Complain(string complaint, object sent) => wrong.Enqueue($"{complaint}\n    {sent}");

    /// <summary>Sends every case of the run, some at once.</summary>
    /// <param name="rpcOf">Which RPC a case is of, by its number.</param>
    /// <param name="sendAsync">Sends one, and says what came of it.</param>
    public async Task SendAsync(Func<int, MethodDescriptor> rpcOf, Func<FuzzCases, int, CancellationToken, Task> sendAsync)
    {
        await using Bystander bystander = Bystander.Begin(group, "bystander", accepted, cancel);
        foreach (IGrouping<int, int> round in FuzzRun.Numbers(UsualCases).GroupBy(number => number / ARound * ARound))
        {
            // The same for a case that is run alone: what is changed in a message depends on how long its names are.
            string name = $"given-{round.Key}";
            var cases = new FuzzCases(seed, name, await GivenState.GiveAsync(group, name, accepted, cancel));
            await Parallel.ForEachAsync(
                FuzzCases.InOrder(round, rpcOf),
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel },
                async (number, token) => await sendAsync(cases, number, token));
        }

        TestContext.Current.TestOutputHelper?.WriteLine(Ends.ToString());
        Assert.True(wrong.IsEmpty, $"{wrong.Count} calls ended wrong:\n{string.Join('\n', wrong.Take(20))}");
        await bystander.DoneAsync();
        ServerState.AssertSound(group.Server(0));
        await using CrimeAuditClient lead = group.NewClient(0, "lead");
        await accepted.AssertAreTheLogAsync(lead, cancel);
    }
}
