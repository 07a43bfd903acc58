using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;
using Google.Protobuf;

namespace Acceptance.Tests.Moving;

/// <summary>Everything that a service answers about the story that it was told.</summary>
internal static class Answers
{
    private static readonly string[] Forces = [ToldStory.Force, ToldStory.CrimeForce];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<IReadOnlyList<IMessage>> OfAsync(ServiceUnderTest service)
    {
        var answers = new List<IMessage>();
        foreach (string force in Forces)
        {
            await AddIncidentsAsync(service, force, answers);
            foreach (Breakdown breakdown in Enum.GetValues<Breakdown>())
            {
                answers.Add(await service.Lead().Rates.GetAccountedForAsync(force, breakdown, Cancel));
            }
        }

        answers.Add(await service.Lead().Rates.ListVolumesAsync(
            new ListVolumesRequest { Force = ToldStory.Force, To = "2018-12-31", Version = ToldStory.Volumes }, Cancel));
        answers.Add(await service.Lead().Audits.ListPageAsync(new ListAuditsRequest(), Cancel));
        var story = new ToldStory(service);
        foreach ((string id, Audits.Inspection audit) in new[] { ("witnessed", story.Witnessed), ("committed", story.Committed) })
        {
            answers.Add(await service.Lead().Audits.GetAsync(id, Cancel));
            answers.AddRange(await audit.ItemsAsync());
            answers.Add(await audit.EstimateAsync());
        }

        return answers;
    }

    private static async Task AddIncidentsAsync(ServiceUnderTest service, string force, List<IMessage> answers)
    {
        IIncidentClient incidents = service.Submitter(force).Incidents;
        await foreach (IncidentSummary summary in incidents.ListAsync(new ListIncidentsRequest { Force = force, PageSize = 40 }, Cancel))
        {
            answers.Add(summary);
            answers.Add(await incidents.GetAsync(force, summary.Key.SourceSystem, summary.Key.Ref, Cancel));
        }
    }
}
