using System.Text.Json;

namespace AuditCore.Tests;

/// <summary>Reads the vectors that lie beside the tests, and compares numbers to a relative tolerance.</summary>
internal static class Vectors
{
    /// <summary>For rates, errors and totals.</summary>
    public const double Tight = 1e-9;

    /// <summary>For ends of intervals.</summary>
    public const double Loose = 1e-7;

    public static JsonElement Read(string file)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "vectors", file)));
        return document.RootElement.Clone();
    }

    public static TheoryData<string> Names(string file) => [.. Read(file).EnumerateArray().Select(c => c.GetProperty("name").GetString()!)];

    public static JsonElement Case(string file, string name) => Read(file).EnumerateArray().Single(c => c.GetProperty("name").GetString() == name);

    /// <summary>Fails unless an absent value is expected to be absent, and a present one is near what is expected.</summary>
    public static void Near(JsonElement expected, string key, double? actual, double tolerance = Tight)
    {
        Assert.True(expected.TryGetProperty(key, out JsonElement value) == actual.HasValue, $"{key}: expected {value}, was {actual}");
        if (actual is double number)
            Near(value.GetDouble(), number, tolerance, key);
    }

    public static void Near(double expected, double actual, double tolerance, string what = "") =>
        Assert.True(Math.Abs(actual - expected) <= tolerance * Math.Abs(expected), $"{what}: expected {expected:R}, was {actual:R}");
}
