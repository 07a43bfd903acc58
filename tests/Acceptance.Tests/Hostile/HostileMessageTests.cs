using Acceptance.Tests.Instances;

namespace Acceptance.Tests.Hostile;

/// <summary>
/// Every RPC is called with messages that nobody honest sends. Whatever is sent, the answer is one of the contract's, the
/// server stays up and small, others are served meanwhile, and the log is whole.
/// </summary>
/// <typeparam name="TGroup">The instances of an engine.</typeparam>
public abstract class HostileMessageTests<TGroup>
    where TGroup : InstanceGroup, new()
{
    private const int Seed = 40;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_is_sent_to_any_rpc_the_answer_is_one_of_the_contract_and_others_are_served_meanwhile()
    {
        await using var group = new TGroup { Instances = 1 };
        await group.InitializeAsync();
        Assert.SkipWhen(group.Missing is not null, group.Missing ?? "");
        var rounds = new HostileRounds(group, Seed, Cancel);
        using var calls = new RawCalls(group.Server(0).Address, c => group.TokenOf(c.Subject, c.Roles, [.. c.Forces]));
        await rounds.SendAsync(FuzzCases.RpcOf, async (cases, number, cancel) =>
        {
            FuzzCase one = cases.Make(number);
            CallEnd end = await calls.EndOfAsync(one, cancel);
            rounds.Ends.Add(one.Rpc, end);
            foreach (byte[] answer in end.Answers)
            {
                rounds.Accept(one.Rpc.OutputType.Parser.ParseFrom(answer));
            }

            if (Verdict.WrongWith(one.Rpc, end) is { } complaint)
            {
                rounds.Complain(complaint, one);
            }
        });
    }
}
