using AuditCore.Recording;
using AuditCore.Recording.Rules;
using AuditCore.Reference;
using CrimeAudit.V1;

namespace Acceptance.Tests.Recounting;

/// <summary>What is published and not counted: the offence list, and the rules as data.</summary>
internal static class Published
{
    private static readonly PublishedReference Reference = new();

    public static UrgencyTable Urgency => RuleBook.Published.Urgency;

    public static OffenceClass ClassOf(Offence offence) => Reference.Classify(offence);

    public static string? SubClassOf(Offence offence) => Reference.SubClass(offence);

    /// <summary>Rape, or a category that may be rape.</summary>
    public static bool MayBeRape(Offence offence) => Reference.IsRape(offence);

    public static IReadOnlyList<Presumption> PresumptionsAt(DateTimeOffset reported) => Reference.Rules(reported).Presumptions;
}
