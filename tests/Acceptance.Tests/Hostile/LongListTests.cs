using System.Globalization;
using Acceptance.Tests.Instances;
using Acceptance.Tests.Support;
using Google.Protobuf.Reflection;

namespace Acceptance.Tests.Hostile;

/// <summary>Lists of very many empty elements, in every place where the contract has a list.</summary>
/// <typeparam name="TGroup">The instances of an engine.</typeparam>
public abstract class LongListTests<TGroup>
    where TGroup : InstanceGroup, new()
{
    /// <summary>How long the lists are; the long run has 2,000,000, which fill the largest message.</summary>
    private const string Variable = "CRIMEAUDIT_TEST_LIST_ELEMENTS";

    private const int Usual = 30_000;

    /// <summary>
    /// What one refusal may cost the server. To read so many elements takes a few hundredths; what is done for each pair of
    /// them would take minutes.
    /// </summary>
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(1.5);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task However_long_a_list_is_its_refusal_is_the_contracts_and_costs_little()
    {
        await using var group = new TGroup { Instances = 1 };
        await group.InitializeAsync();
        Assert.SkipWhen(group.Missing is not null, group.Missing ?? "");
        using var calls = new RawCalls(group.Server(0).Address, c => group.TokenOf(c.Subject, c.Roles, [.. c.Forces]));
        var wrong = new List<string>();
        (TimeSpan Cost, string Of) dearest = default;
        int number = 0;
        foreach ((MethodDescriptor rpc, string path, HostileMessage message) in LongLists.Of(RunLength.Of(Variable, Usual)))
        {
            var one = new FuzzCase(0, number++, rpc, FuzzCases.CallerOf(rpc), [WireForm.Of(message)]);
            TimeSpan before = group.Server(0).ProcessorTime;
            CallEnd end = await calls.EndOfAsync(one, Cancel);
            TimeSpan cost = group.Server(0).ProcessorTime - before;
            dearest = cost > dearest.Cost ? (cost, $"{rpc.Name} {path}") : dearest;
            if (Verdict.WrongWith(rpc, end) is { } complaint)
            {
                wrong.Add($"{rpc.Name} {path}: {complaint}");
            }

            if (cost > Most)
            {
                wrong.Add(string.Create(CultureInfo.InvariantCulture, $"{rpc.Name} {path}: took {cost.TotalSeconds:0.0} s of the processor"));
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{number} lists, the dearest {dearest.Of}: {dearest.Cost.TotalMilliseconds:0} ms of the processor");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        ServerState.AssertSound(group.Server(0));
    }
}
