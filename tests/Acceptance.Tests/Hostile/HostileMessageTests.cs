using System.Collections.Concurrent;
using Acceptance.Tests.Instances;
using Acceptance.Tests.Support;
using CrimeAudit.Client;
using Google.Protobuf;

namespace Acceptance.Tests.Hostile;

/// <summary>
/// Every RPC is called with messages that nobody honest sends. Whatever is sent, the answer is one of the contract's, the
/// server stays up and small, others are served meanwhile, and the log is whole.
/// </summary>
/// <typeparam name="TGroup">The instances of an engine.</typeparam>
public abstract class HostileMessageTests<TGroup>
    where TGroup : InstanceGroup, new()
{
    private const int UsualCases = 400;
    private const int Seed = 40;

    /// <summary>Audits are brought to an end by what is sent: there are new ones for as many calls.</summary>
    private const int ARound = 500;

    private const int AtOnce = 8;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_is_sent_to_any_rpc_the_answer_is_one_of_the_contract_and_others_are_served_meanwhile()
    {
        await using var group = new TGroup { Instances = 1 };
        await group.InitializeAsync();
        Assert.SkipWhen(group.Missing is not null, group.Missing ?? "");
        var accepted = new AcceptedEntries();
        var wrong = new ConcurrentQueue<string>();
        var ends = new EndCounts();
        await using Bystander bystander = Bystander.Begin(group, "bystander", accepted, Cancel);
        using var calls = new RawCalls(group.Server(0).Address, c => group.TokenOf(c.Subject, c.Roles, [.. c.Forces]));
        foreach (IGrouping<int, int> round in FuzzRun.Numbers(UsualCases).GroupBy(number => number / ARound * ARound))
        {
            // The same for a case that is run alone: what is changed in a message depends on how long its names are.
            string name = $"given-{round.Key}";
            var cases = new FuzzCases(Seed, name, await GivenState.GiveAsync(group, name, accepted, Cancel));
            await Parallel.ForEachAsync(FuzzCases.InOrder(round, FuzzCases.RpcOf), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = Cancel }, async (number, cancel) =>
            {
                FuzzCase one = cases.Make(number);
                CallEnd end = await calls.EndOfAsync(one, cancel);
                ends.Add(one.Rpc, end);
                foreach (byte[] answer in end.Answers)
                {
                    accepted.Add(one.Rpc.OutputType.Parser.ParseFrom(answer));
                }

                if (Verdict.WrongWith(one.Rpc, end) is { } complaint)
                {
                    wrong.Enqueue($"{complaint}\n    {one}");
                }
            });
        }

        TestContext.Current.TestOutputHelper?.WriteLine(ends.ToString());
        Assert.True(wrong.IsEmpty, $"{wrong.Count} calls ended wrong:\n{string.Join('\n', wrong.Take(20))}");
        await bystander.DoneAsync();
        ServerState.AssertSound(group.Server(0));
        await using CrimeAuditClient lead = group.NewClient(0, "lead");
        await accepted.AssertAreTheLogAsync(lead, Cancel);
    }
}
