using System.Globalization;
using AuditCore.Recording;
using AuditCore.Recording.Rules;
using AuditCore.Reference;
using AuditServer.Errors;
using CrimeAudit.V1;
using Grpc.Core;

namespace AuditServer.Reference;

/// <summary>Reference data over gRPC, with source and licence.</summary>
internal sealed class ReferenceService(TimeProvider clock) : CrimeAudit.V1.ReferenceService.ReferenceServiceBase
{
    public override Task<ListForcesResponse> ListForces(ListForcesRequest request, ServerCallContext context) =>
        Task.FromResult(new ListForcesResponse
        {
            Forces = { Forces.All.Select(f => new CrimeAudit.V1.Force { Slug = f.Slug, Name = f.Name, OnsCode = f.OnsCode }) },
            Source = Sources.Forces,
        });

    public override Task<ListOffencesResponse> ListOffences(ListOffencesRequest request, ServerCallContext context)
    {
        DateOnly day = DayOf(request.EffectiveOn);
        return Task.FromResult(new ListOffencesResponse
        {
            Offences = { OffenceList.Published.EffectiveOn(day).Select(ReferenceMessages.ToMessage) },
            ReportedIncidents = { ReportedIncidentList.Published.EffectiveOn(day).Select(ReferenceMessages.ToMessage) },
            Source = Sources.Offences,
        });
    }

    public override Task<ListRuleVersionsResponse> ListRuleVersions(ListRuleVersionsRequest request, ServerCallContext context) =>
        Task.FromResult(new ListRuleVersionsResponse
        {
            Versions = { RuleBook.Published.Versions.Select(RuleVersionMessages.ToMessage) },
            Source = RuleBook.Published.Source,
        });

    public override Task<ListPublishedResultsResponse> ListPublishedResults(ListPublishedResultsRequest request, ServerCallContext context)
    {
        if (request.Force.Length > 0 && Forces.Find(request.Force) is null)
        {
            throw Faults.UnknownForce(request.Force);
        }

        IReadOnlyList<AuditCore.Reference.PublishedResult> results =
            request.Force.Length == 0 ? PublishedResults.All : PublishedResults.Of(request.Force);
        return Task.FromResult(new ListPublishedResultsResponse
        {
            Results = { results.Select(ReferenceMessages.ToMessage) },
            Source = Sources.PublishedResults,
        });
    }

    private DateOnly DayOf(string text)
    {
        if (text.Length == 0)
        {
            return LondonTime.DayOf(clock.GetUtcNow());
        }

        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            ? day
            : throw Faults.InvalidFields([new Violation("effective_on", $"'{text}' is not a day; 2026-04-01 is of its form")]);
    }
}
