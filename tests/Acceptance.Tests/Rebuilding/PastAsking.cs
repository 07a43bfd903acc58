using System.Globalization;
using Acceptance.Tests.Support;
using CrimeAudit.V1;
using Google.Protobuf;

namespace Acceptance.Tests.Rebuilding;

/// <summary>Asks the living service, and later a rebuild for the same answers.</summary>
internal sealed class PastAsking(ServiceUnderTest told)
{
    private readonly List<(string Option, IMessage Request, IMessage Answer, AsOf AsOf)> asked = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <returns>How many alleged crimes are overdue.</returns>
    public async Task<long> AskAsync(GetAccountedForRateRequest request)
    {
        GetAccountedForRateResponse live = await told.Reader(request.Force).Rates.GetAccountedForAsync(request, Cancel);
        Assert.NotEqual(0, live.Total.Counts.Alleged);
        asked.Add(("--rate", request, live, live.AsOf));
        return live.Total.Counts.Overdue;
    }

    public async Task AskAsync(ListOverdueRequest request)
    {
        ListOverdueResponse live = await told.Lead().Incidents.ListOverduePageAsync(request, Cancel);
        Assert.NotEmpty(live.Crimes);
        asked.Add(("--overdue", request, live, live.AsOf));
    }

    public async Task AssertReplayedAsync()
    {
        foreach ((string option, IMessage request, IMessage answer, AsOf asOf) in asked)
        {
            string size = asOf.TreeSize.ToString(CultureInfo.InvariantCulture);
            // As JSON has it, without the quotes.
            string time = asOf.EvaluatedTime.ToString().Trim('"');
            string json = JsonFormatter.Default.Format(request);
            VerbResult replayed = await told.VerbAsync("rebuild", "--to", size, "--at", time, option, json);
            Assert.True(replayed.Code == 0, replayed.Error);
            Assert.Equal(answer, JsonParser.Default.Parse(replayed.Output, answer.Descriptor));
        }
    }
}
