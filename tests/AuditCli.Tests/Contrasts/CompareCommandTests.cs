using AuditCli.Contrasts;
using CrimeAudit.V1;
using Spectre.Console;

namespace AuditCli.Tests.Contrasts;

public sealed class CompareCommandTests
{
    private static readonly CompareEstimatesResponse Answer = new()
    {
        Comparisons =
        {
            new AuditComparison
            {
                FirstAuditId = "tvp-2017",
                SecondAuditId = "tvp-2019",
                Recorded = new RateDifference
                {
                    First = 0.804,
                    Second = 0.879,
                    Difference = 0.075,
                    Interval = new Interval { Lower = 0.05, Upper = 0.1 },
                    PValue = 0.000001,
                    AdjustedPValue = 0.000001,
                    Significant = true,
                    Method = "standard-errors",
                },
                RecordedCorrectly = new RateDifference { Method = "none" },
                InTimeOfRecorded = new RateDifference
                {
                    First = 0.5,
                    Second = 0.48,
                    Difference = -0.02,
                    Interval = new Interval { Lower = -0.06, Upper = 0.02 },
                    PValue = 0.3,
                    AdjustedPValue = 0.3,
                    Method = "standard-errors",
                },
                Interim = true,
            },
        },
    };

    [Fact]
    public void The_table_says_what_is_significant_and_draws_each_interval_around_zero()
    {
        using var output = new StringWriter();
        Consoles.For(output).Write(CompareTable.Of(Answer));
        string table = output.ToString();
        Assert.Contains("│ tvp-2017 → tvp-2019 (interim) │ at all    │ 80.4 % │ 87.9 % │   +7.5 │ +5.0 to +10.0 │ ··········┃····├──●─┤ │   < 0.0001 │ yes         │", table, StringComparison.Ordinal);
        Assert.Contains("│ in time   │ 50.0 % │ 48.0 % │   -2.0 │  -6.0 to +2.0 │ ····├───●─┃─┤········ │     0.3000 │ no          │", table, StringComparison.Ordinal);
        Assert.Contains("│ correctly │      - │      - │      - │             - │                       │          - │ -           │", table, StringComparison.Ordinal);
    }

    [Fact]
    public void The_csv_has_a_line_a_pair_and_basis_with_every_digit()
    {
        using var output = new StringWriter();
        CompareCsv.Write(Answer, output);
        string[] lines = output.ToString().ReplaceLineEndings("\n").TrimEnd().Split('\n');
        Assert.Equal("first_audit,second_audit,basis,first,second,difference,lower,upper,p,adjusted_p,significant,method,interim,odds_ratio,odds_ratio_lower,odds_ratio_upper", lines[0]);
        Assert.Equal("tvp-2017,tvp-2019,recorded,0.804,0.879,0.075,0.05,0.1,1E-06,1E-06,true,standard-errors,true,,,", lines[1]);
        Assert.Equal("tvp-2017,tvp-2019,recorded_correctly,,,,,,,,false,none,true,,,", lines[2]);
    }

    [Fact]
    public async Task Everything_wrong_is_told_at_once()
    {
        CliResult result = await CliRunner.RunAsync(
            ["compare", "a", "b", "--group", "fraud", "--class", "arsonry", "--level", "2", "--json", "--csv", "--token", "t"]);
        result.Refused("--group: 'fraud'", "--class: 'arsonry'", "--level: 2", "--json and --csv");
    }
}
