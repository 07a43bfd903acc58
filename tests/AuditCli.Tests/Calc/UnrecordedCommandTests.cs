using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using AuditCli.Calc;

namespace AuditCli.Tests.Calc;

public class UnrecordedCommandTests
{
    [Fact]
    public void Thames_Valley_2017_comes_within_two_percent_of_the_35200_that_inspectors_published()
    {
        (int exit, string output, string error) = Run("--force", "thames-valley", "--rate", "80.4", "--to", "2017-07-31");
        Assert.Equal((0, ""), (exit, error));
        Assert.Equal(["force", "to", "rate", "volume", "unrecorded"], Names(output));
        JsonElement answer = Json(output);
        Assert.Equal(("thames-valley", "2017-07-31"), (answer.GetProperty("force").GetString(), answer.GetProperty("to").GetString()));
        Assert.Equal((80.4, 143512.95652173914), (answer.GetProperty("rate").GetDouble(), answer.GetProperty("volume").GetDouble()));
        Assert.Equal(143512.95652173914 * 19.6 / 80.4, answer.GetProperty("unrecorded").GetDouble(), 6);
        Assert.InRange(answer.GetProperty("unrecorded").GetDouble(), 35200 * 0.98, 35200 * 1.02);
    }

    [Fact]
    public void With_a_half_width_the_ends_of_the_rate_are_transformed_so_the_interval_is_not_symmetric()
    {
        (_, string output, _) = Run("--force", "thames-valley", "--rate", "80", "--half-width", "5", "--to", "2018-12-31");
        Assert.Equal(["force", "to", "rate", "volume", "unrecorded", "lower", "upper"], Names(output));
        JsonElement answer = Json(output);
        Assert.Equal(162070 * 0.25, answer.GetProperty("unrecorded").GetDouble(), 6);
        Assert.Equal(162070 * 15 / 85.0, answer.GetProperty("lower").GetDouble(), 6);
        Assert.Equal(162070 * 25 / 75.0, answer.GetProperty("upper").GetDouble(), 6);
    }

    [Fact]
    public void A_rate_cannot_go_past_100_percent()
    {
        (_, string output, _) = Run("--force", "kent", "--rate", "99", "--half-width", "2", "--to", "2018-12-31");
        Assert.Equal(0, Json(output).GetProperty("lower").GetDouble());
        (_, string all, _) = Run("--force", "kent", "--rate", "100", "--to", "2018-12-31");
        Assert.Equal(0, Json(all).GetProperty("unrecorded").GetDouble());
    }

    [Fact]
    public void Numbers_are_the_shortest_that_read_back_the_same_whatever_the_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            (_, string output, _) = Run("--force", "thames-valley", "--rate", "80.4", "--to", "2017-07-31");
            Assert.StartsWith("""{"force":"thames-valley","to":"2017-07-31","rate":80.4,"volume":143512.95652173914,"unrecorded":""", output, StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_date_outside_the_volumes_is_refused_with_the_range_that_is_covered() =>
        Refused(
            "--to: 2019-01-01 is outside volume set ons-2018-12, which covers kent from 2003-03-31 to 2018-12-31",
            "--force", "kent", "--rate", "80", "--to", "2019-01-01");

    [Fact]
    public void All_problems_are_told_at_once() =>
        Refused(
            "--rate: '0' is not a number above 0 and up to 100\n--half-width: 'x' is not a number from 0\n"
            + "--force: 'Kent' is not a force; a slug looks like thames-valley\n--to: '31/12/2018' is not a date of the form yyyy-MM-dd",
            "--force", "Kent", "--rate", "0", "--half-width", "x", "--to", "31/12/2018");

    [Fact]
    public void Missing_options_are_told_at_once() => Refused("--rate is missing\n--force is missing\n--to is missing");

    [Theory]
    [InlineData("100.1")]
    [InlineData("-5")]
    [InlineData("80,4")]
    [InlineData("NaN")]
    [InlineData("8e1")]
    [InlineData("80%")]
    public void A_rate_that_is_no_percentage_is_refused(string rate) =>
        Refused($"--rate: '{rate}' is not a number above 0 and up to 100", "--force", "kent", "--rate=" + rate, "--to", "2018-12-31");

    [Fact]
    public void A_half_width_that_reaches_a_rate_of_zero_is_refused() =>
        Refused(
            "--half-width: '80' is not less than the rate, so crimes not recorded have no upper bound",
            "--force", "kent", "--rate", "80", "--half-width", "80", "--to", "2018-12-31");

    private static void Refused(string problems, params string[] arguments)
    {
        (int exit, string output, string error) = Run(arguments);
        Assert.Equal((2, "", problems), (exit, output, error.ReplaceLineEndings("\n").TrimEnd('\n')));
    }

    private static (int Exit, string Output, string Error) Run(params string[] arguments)
    {
        using StringWriter output = new(CultureInfo.InvariantCulture);
        using StringWriter error = new(CultureInfo.InvariantCulture);
        int exit = UnrecordedCommand.Create().Parse(arguments).Invoke(new InvocationConfiguration { Output = output, Error = error });
        return (exit, output.ToString(), error.ToString());
    }

    private static JsonElement Json(string text) => JsonSerializer.Deserialize<JsonElement>(text);

    private static IEnumerable<string> Names(string text) => Json(text).EnumerateObject().Select(property => property.Name);
}
