using AuditCore.Recording;
using AuditCore.Reference;
using AuditServer.Errors;

namespace AuditServer.Reference;

/// <summary>Which offences a question is about, by their classes.</summary>
internal static class OffenceClassFilter
{
    /// <summary>Every class.</summary>
    public const int All = ~0;

    /// <summary>Reads the fields <c>offence_groups</c> and <c>offence_classes</c>: a class is wanted when either names it.</summary>
    /// <param name="groups">Groups.</param>
    /// <param name="slugs">Slugs of classes.</param>
    /// <param name="violations">Told of what is wrong.</param>
    /// <returns>Bit c is set when offences of class c are wanted; with neither given, every class is.</returns>
    public static int Read(
        IReadOnlyCollection<CrimeAudit.V1.OffenceGroup> groups, IReadOnlyCollection<string> slugs, Violations violations)
    {
        if (groups.Count == 0 && slugs.Count == 0)
        {
            return All;
        }

        int bits = 0;
        foreach (CrimeAudit.V1.OffenceGroup group in groups)
        {
            violations.Defined("offence_groups", group, zeroAllowed: false);
            bits = OffenceClasses.All.Where(c => c.Group().ToMessage() == group).Aggregate(bits, (all, c) => all | Bit(c));
        }

        foreach (string slug in slugs)
        {
            if (OffenceClasses.FromSlug(slug) is { } offenceClass)
            {
                bits |= Bit(offenceClass);
            }
            else
            {
                violations.Add("offence_classes", $"'{slug}' is no offence class");
            }
        }

        return bits;
    }

    /// <summary>Whether offences of a class are wanted.</summary>
    public static bool Wants(int bits, OffenceClass offenceClass) => (bits & Bit(offenceClass)) != 0;

    /// <summary>Offences of one class alone.</summary>
    public static int Only(OffenceClass offenceClass) => Bit(offenceClass);

    private static int Bit(OffenceClass offenceClass) => 1 << (int)offenceClass;
}
