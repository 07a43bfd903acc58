using System.Text.Json;

namespace AuditCli.Tests;

public class CalcVectorTests
{
    [Fact]
    public async Task Calc_rate_answers_every_vector_with_exactly_its_keys()
    {
        CliResult result = await CliRunner.RunAsync(["calc", "rate", "--design", CliRunner.VectorFile("estimation.json")]);

        JsonElement answer = result.Answer;
        JsonElement vectors = CliRunner.Vectors("estimation.json");
        Assert.Equal(vectors.GetArrayLength(), answer.GetArrayLength());
        foreach ((JsonElement vector, JsonElement got) in vectors.EnumerateArray().Zip(answer.EnumerateArray()))
        {
            string name = vector.GetProperty("name").GetString()!;
            Assert.Equal(["name", "recorded", "in_time_of_recorded"], got.EnumerateObject().Select(p => p.Name));
            Assert.Equal(name, got.GetProperty("name").GetString());
            foreach (JsonProperty basis in vector.GetProperty("expected").EnumerateObject())
                JsonCompare.Near(basis.Value, got.GetProperty(basis.Name), $"{name}.{basis.Name}");
        }
        Assert.Contains("case 'case-05' recorded: DEGENERATE", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calc_weighted_answers_every_vector_with_exactly_its_keys()
    {
        JsonElement answer = (await CliRunner.RunAsync(["calc", "weighted", "--design", CliRunner.VectorFile("weighted.json")])).Answer;

        JsonElement vectors = CliRunner.Vectors("weighted.json");
        Assert.Equal(vectors.GetArrayLength(), answer.GetArrayLength());
        foreach ((JsonElement vector, JsonElement got) in vectors.EnumerateArray().Zip(answer.EnumerateArray()))
        {
            Assert.Equal(vector.GetProperty("name").GetString(), got.GetProperty("name").GetString());
            foreach (JsonProperty expected in vector.GetProperty("expected").EnumerateObject())
                JsonCompare.Near(expected.Value, got.GetProperty(expected.Name), expected.Name);
            Assert.Equal(1 + vector.GetProperty("expected").EnumerateObject().Count(), got.EnumerateObject().Count());
        }
    }

    [Fact]
    public async Task Calc_interval_answers_every_vector()
    {
        foreach (JsonElement vector in CliRunner.Vectors("binomial.json").EnumerateArray())
        {
            CliResult result = await CliRunner.RunAsync(
                ["calc", "interval", "--recorded", vector.GetProperty("recorded").GetRawText(), "--required", vector.GetProperty("required").GetRawText()]);

            JsonCompare.Near(vector, result.Answer);
        }
    }

    [Fact]
    public async Task A_single_case_is_answered_as_a_list_of_one()
    {
        string design = CliRunner.Vectors("estimation.json")[0].GetRawText();

        JsonElement answer = (await CliRunner.RunAsync(["calc", "rate", "--design", "-"], "\ufeff" + design)).Answer;

        Assert.Equal("case-01", Assert.Single(answer.EnumerateArray()).GetProperty("name").GetString());
    }

    [Fact]
    public async Task What_is_undefined_is_left_out_and_a_note_says_why()
    {
        const string design =
            """
            {"name": "ŵ", "strata": [{"stratum": "s", "frame_size": 9, "required": [0, 0], "recorded": [0, 0], "recorded_in_time": [0, 0]},
             {"stratum": "t", "frame_size": 9, "required": [0], "recorded": [0], "recorded_in_time": [0]}]}
            """;

        CliResult result = await CliRunner.RunAsync(["calc", "rate", "--design", "-"], design);

        JsonElement recorded = result.Answer[0].GetProperty("recorded");
        Assert.Equal(
            ["degrees_of_freedom", "denominator_in_sample", "total_denominator", "total_numerator"],
            recorded.EnumerateObject().Select(p => p.Name));
        Assert.Contains("case 'ŵ' recorded: NOTHING_REQUIRED", result.Error, StringComparison.Ordinal);
        Assert.Contains("\"ŵ\"", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[2, 1], \"recorded\": [1, 1]", 2, "CENSUS", true)]
    [InlineData("[2], \"recorded\": [1]", 2, "NO_DEGREES_OF_FREEDOM", false)]
    public async Task A_census_keeps_its_rate_and_single_reports_do_not(string lists, int size, string reason, bool hasRatio)
    {
        string inTime = hasRatio ? "[0, 0]" : "[0]";
        string design = $$"""[{"name": "c", "strata": [{"stratum": "s", "frame_size": {{size}}, "required": {{lists}}, "recorded_in_time": {{inTime}}}]}]""";

        CliResult result = await CliRunner.RunAsync(["calc", "rate", "--design", "-"], design);

        JsonElement recorded = result.Answer[0].GetProperty("recorded");
        Assert.Equal(hasRatio, recorded.TryGetProperty("ratio", out _));
        Assert.Equal(hasRatio, recorded.TryGetProperty("standard_error", out JsonElement error) && error.GetDouble() == 0);
        Assert.False(recorded.TryGetProperty("korn_graubard", out _));
        Assert.False(recorded.TryGetProperty("logit_t", out _));
        Assert.Contains(reason, result.Error, StringComparison.Ordinal);
    }
}
