using System.Net;
using Acceptance.Tests.Instances;
using Google.Protobuf;

namespace Acceptance.Tests.Hostile;

/// <summary>As <see cref="HostileMessageTests{TGroup}"/>, over JSON: hostile paths, queries and bodies to every unary RPC.</summary>
/// <typeparam name="TGroup">The instances of an engine.</typeparam>
public abstract class HostileJsonTests<TGroup>
    where TGroup : InstanceGroup, new()
{
    private const int Seed = 41;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_is_sent_as_json_to_any_rpc_the_answer_is_one_of_the_contract_and_others_are_served_meanwhile()
    {
        await using var group = new TGroup { Instances = 1 };
        await group.InitializeAsync();
        Assert.SkipWhen(group.Missing is not null, group.Missing ?? "");
        var rounds = new HostileRounds(group, Seed, Cancel);
        using var http = new HttpClient();
        await rounds.SendAsync(JsonCase.RpcOf, async (cases, number, cancel) =>
        {
            JsonCase one = JsonCase.Make(cases, number);
            string token = group.TokenOf(one.Caller.Subject, one.Caller.Roles, [.. one.Caller.Forces]);
            using HttpRequestMessage request = one.Request(group.Server(0).JsonAddress, token);
            using HttpResponseMessage response = await http.SendAsync(request, cancel);
            string body = await response.Content.ReadAsStringAsync(cancel);
            if (JsonVerdict.WrongWith(one.Rpc, response.StatusCode, body) is { } complaint)
            {
                rounds.Complain(complaint, one);
                return;
            }

            rounds.Ends.Add(one.Rpc, JsonVerdict.ReasonOf(response.StatusCode, body));
            if (response.StatusCode == HttpStatusCode.OK)
            {
                rounds.Accept(JsonParser.Default.Parse(body, one.Rpc.OutputType));
            }
        });
    }
}
