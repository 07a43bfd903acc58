namespace AuditCli.Tests;

public class CalcBadInputTests
{
    [Fact]
    public async Task Every_problem_of_a_rate_design_is_named_by_case_stratum_and_field()
    {
        const string design =
            """
            [{"name": "a", "strata": [
               {"stratum": "s", "frame_size": 1.5, "required": [1, "2"], "recorded_in_time": {}},
               {"stratum": "s", "frame_size": 1, "required": [1, 2], "recorded": [1, 3], "recorded_in_time": [0]},
               {"stratum": "t", "frame_size": 3, "required": [], "recorded": [], "recorded_in_time": []}, 7]},
             {"strata": []}, {"name": "c"}]
            """;

        CliResult result = await CliRunner.RunAsync(["calc", "rate", "--design", "-"], design);

        result.Refused(
            "case 'a', stratum 's', field 'frame_size': must be a whole number from 0 to 9223372036854775807, not 1.5.",
            "case 'a', stratum 's', field 'required[1]': must be a whole number from 0 to 2147483647, not the text \"2\".",
            "case 'a', stratum 's', field 'recorded': is missing.",
            "case 'a', stratum 's', field 'recorded_in_time': must be a list, not an object.",
            "case 'a', field 'strata': stratum 's' is given more than once.",
            "case 'a', stratum 's', field 'required': holds 2 reports, more than the frame of 1.",
            "case 'a', stratum 's', field 'recorded[1]': is 3, more than 'required[1]', which is 2.",
            "case 'a', stratum 's', field 'recorded_in_time': holds 1 reports where 'recorded' holds 2.",
            "case 'a', stratum 't', field 'required': holds no reviewed report",
            "case 'a', stratum 4 must be an object, not 7.",
            "case 2, field 'name': is missing.",
            "case 2, field 'strata': must not be empty.",
            "case 'c', field 'strata': is missing.");
    }

    [Fact]
    public async Task Every_problem_of_a_weighted_design_is_named_by_case_stratum_group_and_field()
    {
        const string design =
            """
            {"name": "w", "volumes": {"violence": -1, "sexual": "many", "other": 0}, "strata": [{"stratum": "s", "frame_size": 9, "groups": [
              {"group": "violence", "required": [1], "recorded": [2]},
              {"group": "fraud", "required": [1, 1], "recorded": [1, null]},
              {"required": [1], "recorded": [1]}]}]}
            """;

        CliResult result = await CliRunner.RunAsync(["calc", "weighted", "--design", "-"], design);

        result.Refused(
            "case 'w', field 'volumes.violence': must be a whole number",
            "case 'w', field 'volumes.sexual': must be a whole number from 0 to 9223372036854775807, not the text \"many\".",
            "case 'w', field 'volumes': no group has a volume above 0.",
            "case 'w', stratum 's', field 'groups': group 'sexual' has a volume but no counts.",
            "case 'w', stratum 's', field 'groups': group 'fraud' has counts but no volume.",
            "case 'w', stratum 's', group 'violence', field 'recorded[0]': is 2, more than 'required[0]', which is 1.",
            "case 'w', stratum 's', group 'fraud', field 'recorded[1]': must be a whole number from 0 to 2147483647, not null.",
            "case 'w', stratum 's', group 3, field 'group': is missing.");
    }

    [Theory]
    [InlineData("", "not JSON")]
    [InlineData("[{]", "not JSON")]
    [InlineData("""{"name": "a", "name": "b", "strata": []}""", "not JSON")]
    [InlineData("7", "case 1 must be an object, not 7.")]
    public async Task Text_that_is_no_design_is_refused(string design, string problem) =>
        (await CliRunner.RunAsync(["calc", "rate", "--design", "-"], design)).Refused(problem);

    [Fact]
    public async Task A_file_that_is_not_there_is_refused_by_name() =>
        (await CliRunner.RunAsync(["calc", "weighted", "--design", "no-such.json"])).Refused("no-such.json: there is no such file.");

    [Fact]
    public async Task Every_bad_count_is_named_at_once()
    {
        (await CliRunner.RunAsync(["calc", "interval", "--recorded", "-2", "--required", "0"]))
            .Refused("--required 0: must be at least 1.", "--recorded -2: must not be negative.");
        (await CliRunner.RunAsync(["calc", "interval", "--recorded", "8", "--required", "7"])).Refused("--recorded 8: more than the 7 required.");
    }

    [Theory]
    [InlineData("calc", "interval", "--recorded", "many", "--required", "7")]
    [InlineData("calc", "interval", "--recorded", "1")]
    [InlineData("calc", "rate", "--desing", "x")]
    [InlineData("calc")]
    [InlineData("frobnicate")]
    public async Task Wrong_arguments_are_refused_with_a_way_to_help(params string[] arguments) =>
        (await CliRunner.RunAsync(arguments)).Refused("--help");

    [Theory]
    [InlineData("calc", "rate", "--help")]
    [InlineData("calc", "weighted", "--help")]
    [InlineData("calc", "interval", "-h")]
    [InlineData("draw", "--help")]
    public async Task Help_teaches_by_example(params string[] arguments)
    {
        CliResult result = await CliRunner.RunAsync(arguments);

        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.Contains($"Example: crimeaudit {string.Join(' ', arguments[..^1])} --", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_that_is_not_the_askers_has_its_own_code()
    {
        await using StringWriter error = new();
        int code = await CommandLine.RunAsync(
            ["calc", "rate", "--design", "-"], () => throw new IOException("pipe gone"), TextWriter.Null, error, TestContext.Current.CancellationToken);

        Assert.Equal(1, code);
        Assert.Contains("pipe gone", error.ToString(), StringComparison.Ordinal);
    }
}
