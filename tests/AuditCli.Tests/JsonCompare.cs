using System.Text.Json;

namespace AuditCli.Tests;

/// <summary>Compares answers with vectors: the same keys, and numbers near.</summary>
internal static class JsonCompare
{
    public static void Near(JsonElement expected, JsonElement actual, string where = "")
    {
        Assert.Equal(expected.ValueKind, actual.ValueKind);
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                Assert.Equal(expected.EnumerateObject().Select(p => p.Name).Order(), actual.EnumerateObject().Select(p => p.Name).Order());
                foreach (JsonProperty property in expected.EnumerateObject())
                    Near(property.Value, actual.GetProperty(property.Name), $"{where}.{property.Name}");
                break;
            case JsonValueKind.Array:
                Assert.Equal(expected.GetArrayLength(), actual.GetArrayLength());
                for (int i = 0; i < expected.GetArrayLength(); i++)
                    Near(expected[i], actual[i], $"{where}[{i}]");
                break;
            case JsonValueKind.Number:
                // Ends of intervals stand in lists, and are held to 1e-7; all else to 1e-9.
                double tolerance = where.EndsWith(']') ? 1e-7 : 1e-9;
                (double want, double got) = (expected.GetDouble(), actual.GetDouble());
                Assert.True(Math.Abs(got - want) <= tolerance * Math.Abs(want), $"{where}: expected {want:R}, was {got:R}");
                break;
            default:
                Assert.Equal(expected.GetRawText(), actual.GetRawText());
                break;
        }
    }
}
