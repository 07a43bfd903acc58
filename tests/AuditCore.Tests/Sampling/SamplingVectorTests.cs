using System.Text.Json;
using AuditCore.Sampling;

namespace AuditCore.Tests.Sampling;

/// <summary>Rivest's reference implementation and this draw on the same frames.</summary>
public class SamplingVectorTests
{
    public static TheoryData<string> Cases => Vectors.Names("sampling.json");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Draws_are_those_of_the_reference_implementation(string name)
    {
        JsonElement given = Vectors.Case("sampling.json", name);
        string[] frame = [.. Texts(given, "frame")];

        IReadOnlyList<DrawnUnit> drawn = Draw.Take(given.GetProperty("seed").GetString()!, frame, given.GetProperty("take").GetInt32());

        Assert.Equal(Texts(given, "expected_order"), drawn.Select(d => d.Id));
        string[] fractions = [.. Texts(given, "first_fractions")];
        Assert.Equal(fractions, drawn.Take(fractions.Length).Select(d => $"0.{d.Ticket}"));
    }

    private static IEnumerable<string> Texts(JsonElement owner, string key) => owner.GetProperty(key).EnumerateArray().Select(e => e.GetString()!);
}
