using System.Collections;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace CrimeAudit.Client;

/// <summary>
/// Whether two answers hold the same figures. Counts, rates and standard errors come of whole numbers and one square root, so they agree
/// to the last digit anywhere; ends of intervals come of exponentials and logarithms, whose last digits are the platform's.
/// </summary>
internal static class SameFigures
{
    private const double Tolerance = 1e-9;

    /// <summary>Fields that hold ends of intervals, or what follows from a quantile.</summary>
    private static readonly HashSet<string> OfThePlatform = new(StringComparer.Ordinal) { "lower", "upper", "effective_n" };

    public static bool In(IMessage? one, IMessage? other)
    {
        if (one is null || other is null)
        {
            return one is null && other is null;
        }

        return one.Descriptor == other.Descriptor && one.Descriptor.Fields.InFieldNumberOrder().All(f => IsSame(f, one, other));
    }

    private static bool IsSame(FieldDescriptor field, IMessage one, IMessage other)
    {
        if (field.HasPresence && field.Accessor.HasValue(one) != field.Accessor.HasValue(other))
        {
            return false;
        }

        object? first = field.Accessor.GetValue(one);
        object? second = field.Accessor.GetValue(other);
        return (first, second) switch
        {
            (IList some, IList others) => some.Count == others.Count && some.Cast<object>().Zip(others.Cast<object>()).All(p => IsSame(field, p.First, p.Second)),
            _ => IsSame(field, first, second),
        };
    }

    private static bool IsSame(FieldDescriptor field, object? one, object? other) => (one, other) switch
    {
        (IMessage first, IMessage second) => In(first, second),
        (double first, double second) when OfThePlatform.Contains(field.Name) =>
            Math.Abs(first - second) <= Tolerance * Math.Max(1, Math.Max(Math.Abs(first), Math.Abs(second))),
        _ => Equals(one, other),
    };
}
