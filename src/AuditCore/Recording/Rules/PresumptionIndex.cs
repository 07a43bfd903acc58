using System.Collections.Frozen;
using CrimeAudit.V1;

namespace AuditCore.Recording.Rules;

/// <summary>
/// Finds which presumptions a report's signs meet, at the price of a lookup a sign: bit i of a mask stands for condition i of the
/// version, and a condition is met when its bit is set in the masks of codes, of qualifiers and of the reporter.
/// </summary>
internal sealed class PresumptionIndex
{
    /// <summary>Conditions that a version can have: the bits of a mask.</summary>
    public const int MostConditions = 64;

    private const int LongestCode = 64;

    private readonly FrozenDictionary<string, ulong> codes;
    private readonly FrozenDictionary<string, ulong> qualifiers;
    private readonly FrozenDictionary<ReporterKind, ulong> reporters;

    public PresumptionIndex(IReadOnlyList<Presumption> presumptions)
    {
        Dictionary<string, ulong> byCode = new(StringComparer.Ordinal);
        Dictionary<string, ulong> byQualifier = new(StringComparer.Ordinal);
        Dictionary<ReporterKind, ulong> byReporter = [];
        int bit = 0;
        Conditions = [.. presumptions.Select(_ => 0UL)];
        for (int i = 0; i < presumptions.Count; i++)
        {
            foreach (PresumptionCondition condition in presumptions[i].When)
            {
                ulong mask = 1UL << bit++;
                Conditions[i] |= mask;
                AnyCode |= Note(byCode, condition.OpeningCodes, mask);
                AnyQualifier |= Note(byQualifier, condition.Qualifiers, mask);
                AnyReporter |= Note(byReporter, condition.ReporterKinds, mask);
            }
        }

        codes = byCode.ToFrozenDictionary(StringComparer.Ordinal);
        qualifiers = byQualifier.ToFrozenDictionary(StringComparer.Ordinal);
        reporters = byReporter.ToFrozenDictionary();
    }

    /// <summary>The conditions of each presumption, in the order of the version.</summary>
    public ulong[] Conditions { get; }

    /// <summary>Conditions that ask for no code.</summary>
    public ulong AnyCode { get; }

    /// <summary>Conditions that ask for no qualifier.</summary>
    public ulong AnyQualifier { get; }

    private ulong AnyReporter { get; }

    public ulong OfCode(string code)
    {
        if (code.Length is 0 or > LongestCode)
        {
            return 0;
        }

        Span<char> tag = stackalloc char[LongestCode];
        return codes.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(tag[..OpeningCodes.ToTag(code, tag)], out ulong mask) ? mask : 0;
    }

    public ulong OfQualifiers(IReadOnlyList<string> names)
    {
        ulong mask = 0;
        for (int i = 0; i < names.Count; i++)
        {
            mask |= qualifiers.GetValueOrDefault(names[i]);
        }

        return mask;
    }

    public ulong OfReporter(ReporterKind kind) => AnyReporter | reporters.GetValueOrDefault(kind);

    /// <summary>Notes a condition under each sign that it asks for; one that asks for none comes back, to be met by every report.</summary>
    private static ulong Note<T>(Dictionary<T, ulong> masks, FrozenSet<T> signs, ulong mask)
        where T : notnull
    {
        foreach (T sign in signs)
        {
            masks[sign] = masks.GetValueOrDefault(sign) | mask;
        }

        return signs.Count == 0 ? mask : 0;
    }
}
