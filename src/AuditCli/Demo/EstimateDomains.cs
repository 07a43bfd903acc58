using AuditCore.Estimation;
using AuditCore.Recording;
using CrimeAudit.V1;
using Group = AuditCore.Reference.OffenceGroup;

namespace AuditCli.Demo;

/// <summary>The domains that the demo asks for, with their names.</summary>
internal static class EstimateDomains
{
    private static readonly (string Name, EstimateDomain Domain)[] All =
    [
        ("overall", new EstimateDomain()),
        ("violence", new EstimateDomain { OffenceGroups = { OffenceGroup.Violence } }),
        ("sexual", new EstimateDomain { OffenceGroups = { OffenceGroup.Sexual } }),
        ("other", new EstimateDomain { OffenceGroups = { OffenceGroup.Other } }),
        ("rape", new EstimateDomain { Domains = { "rape" } }),
        ("domestic-abuse", new EstimateDomain { Domains = { "domestic-abuse" } }),
        ("vulnerable-victim", new EstimateDomain { Domains = { "vulnerable-victim" } }),
    ];

    public static readonly (string Name, EstimateDomain Domain)[] OfMonth = [.. All.Take(4)];

    /// <summary>The domains of a replay: domestic abuse only where it was published.</summary>
    public static (string Name, EstimateDomain Domain)[] OfReplay(bool domesticAbuse) =>
        [.. All.Where(d => domesticAbuse || d.Name != "domestic-abuse")];

    /// <summary>The domains that a result holds.</summary>
    public static IEnumerable<(string Name, EstimateDomain Domain)> Of(InspectionResult result) =>
        All.Where(d => result.Estimates.Any(e => e.Domain == d.Name));

    /// <summary>The same domain for counting reviews here, so that what is exported can be recomputed from it.</summary>
    public static ReviewDomain ToReviewDomain(EstimateDomain domain) => new(new PublishedReference())
    {
        Groups = [.. domain.OffenceGroups.Select(g => Enum.Parse<Group>(g.ToString()))],
        Domains = [.. domain.Domains],
    };
}
