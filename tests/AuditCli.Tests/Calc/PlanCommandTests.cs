using System.Text.Json;

namespace AuditCli.Tests.Calc;

public sealed class PlanCommandTests
{
    [Fact]
    public async Task Three_points_at_80_percent_take_683_crimes()
    {
        JsonElement answer = (await RunAsync("--half-width", "0.03", "--rate", "0.8")).Answer;
        Assert.Equal((683, 683), (answer.GetProperty("crimes_wanted").GetInt32(), answer.GetProperty("total_sample_size").GetInt32()));
        Assert.True(answer.GetProperty("enough").GetBoolean());
        Assert.Equal(1.959963984540054, answer.GetProperty("z").GetDouble(), 1e-12);
        Assert.False(answer.GetProperty("strata")[0].TryGetProperty("frame_size", out _));
    }

    [Fact]
    public async Task Strata_are_sized_and_shown_as_a_table()
    {
        CliResult shown = await RunAsync(
            "--half-width", "0.03", "--rate", "0.8", "--stratum", "violence=40000,crimes=2", "--stratum", "rape=3,rate=0.9", "--table");
        Assert.Equal((0, ""), (shown.Code, shown.Error));
        Assert.Contains("violence", shown.Output, StringComparison.Ordinal);
        Assert.Contains("40,000", shown.Output, StringComparison.Ordinal);
        Assert.Contains("± 3.00 points to be expected; wanted are 683 crimes, 678 of this frame", shown.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fixed_sizes_say_what_they_achieve()
    {
        JsonElement answer = (await RunAsync(
            "--allocation", "fixed", "--rate", "0.8", "--half-width", "0.01", "--stratum", "a=10000,draw=400", "--stratum", "b=100,draw=100")).Answer;
        Assert.Equal(1.959963984540054 * Math.Sqrt(1e8 * 0.96 * 0.16 / 400) / 10_100, answer.GetProperty("expected_half_width").GetDouble(), 1e-12);
        Assert.False(answer.GetProperty("enough").GetBoolean());
        Assert.True(answer.GetProperty("strata")[1].GetProperty("census").GetBoolean());
    }

    [Fact]
    public async Task Every_problem_is_told_by_its_option()
    {
        (await RunAsync("--stratum", "a=x,crimes=1,5", "--stratum", "b=5,luck=1")).Refused(
            "--stratum a=x,crimes=1,5: units is 'x', which is not a whole number.",
            "--stratum a=x,crimes=1,5: '5' is none of crimes, rate and draw.",
            "--stratum b=5,luck=1: 'luck' is none of crimes, rate and draw.");
        (await RunAsync("--rate", "0", "--level", "1", "--stratum", "a=5,rate=2", "--stratum", "a=5,draw=2")).Refused(
            "--half-width: is missing; only where the sizes are fixed can it be.",
            "--rate: is 0; above 0 and below 1 is allowed.",
            "--level: is 1; 0.5 to 0.999 is allowed.",
            "--stratum a=5,rate=2, expected_rate: is 2; above 0 and below 1 is allowed.",
            "--stratum a=5,draw=2, name: 'a' is the name of an earlier stratum.",
            "--stratum a=5,draw=2, sample_size: is given, and the sizes are not fixed.");
    }

    private static Task<CliResult> RunAsync(params string[] arguments) => CliRunner.RunAsync(["calc", "plan", .. arguments]);
}
