using System.Collections.Concurrent;
using System.Net;
using Acceptance.Tests.Instances;
using Acceptance.Tests.Support;
using CrimeAudit.Client;
using Google.Protobuf;

namespace Acceptance.Tests.Hostile;

/// <summary>As <see cref="HostileMessageTests{TGroup}"/>, over JSON: hostile paths, queries and bodies to every unary RPC.</summary>
/// <typeparam name="TGroup">The instances of an engine.</typeparam>
public abstract class HostileJsonTests<TGroup>
    where TGroup : InstanceGroup, new()
{
    private const int UsualCases = 400;
    private const int Seed = 41;
    private const int ARound = 500;
    private const int AtOnce = 8;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_is_sent_as_json_to_any_rpc_the_answer_is_one_of_the_contract_and_others_are_served_meanwhile()
    {
        await using var group = new TGroup { Instances = 1 };
        await group.InitializeAsync();
        Assert.SkipWhen(group.Missing is not null, group.Missing ?? "");
        var accepted = new AcceptedEntries();
        var wrong = new ConcurrentQueue<string>();
        var ends = new EndCounts();
        using var http = new HttpClient();
        await using Bystander bystander = Bystander.Begin(group, "bystander", accepted, Cancel);
        foreach (IGrouping<int, int> round in FuzzRun.Numbers(UsualCases).GroupBy(number => number / ARound * ARound))
        {
            // The same for a case that is run alone: what is changed in a message depends on how long its names are.
            string name = $"given-{round.Key}";
            var cases = new FuzzCases(Seed, name, await GivenState.GiveAsync(group, name, accepted, Cancel));
            IEnumerable<int> inOrder = FuzzCases.InOrder(round, JsonCase.RpcOf);
            await Parallel.ForEachAsync(inOrder, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = Cancel }, async (number, cancel) =>
            {
                JsonCase one = JsonCase.Make(cases, number);
                string token = group.TokenOf(one.Caller.Subject, one.Caller.Roles, [.. one.Caller.Forces]);
                using HttpRequestMessage request = one.Request(group.Server(0).JsonAddress, token);
                using HttpResponseMessage response = await http.SendAsync(request, cancel);
                string body = await response.Content.ReadAsStringAsync(cancel);
                if (JsonVerdict.WrongWith(one.Rpc, response.StatusCode, body) is { } complaint)
                {
                    wrong.Enqueue($"{complaint}\n    {one}");
                    return;
                }

                ends.Add(one.Rpc, JsonVerdict.ReasonOf(response.StatusCode, body));
                if (response.StatusCode == HttpStatusCode.OK)
                {
                    accepted.Add(JsonParser.Default.Parse(body, one.Rpc.OutputType));
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
