using System.Globalization;
using Google.Protobuf;

namespace AuditServer.Rebuild;

/// <summary>A column of a derived table, other than its key.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">What a row holds there; values that are equal are the same.</param>
internal sealed record DerivedColumn<T>(string Name, Func<T, object?> Value)
{
    /// <summary>The difference between two rows of a key in this column; null when there is none.</summary>
    public Difference? Compare(string table, string key, T stored, T recomputed)
    {
        (object? was, object? made) = (Value(stored), Value(recomputed));
        return Equals(was, made) ? null : new Difference(table, key, Name, Text(was), Text(made));
    }

    private static string Text(object? value) => value switch
    {
        null => "nothing",
        string text => $"'{text}'",
        IMessage message => JsonFormatter.ToDiagnosticString(message),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
