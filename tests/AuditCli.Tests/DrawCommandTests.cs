using System.Globalization;
using System.Text.Json;

namespace AuditCli.Tests;

public class DrawCommandTests
{
    [Fact]
    public async Task Draws_every_vector_in_ticket_order()
    {
        foreach (JsonElement vector in CliRunner.Vectors("sampling.json").EnumerateArray())
        {
            CliResult result = await DrawAsync(string.Join('\n', Texts(vector, "frame")), vector.GetProperty("seed").GetString()!, vector.GetProperty("take").GetInt32());

            Assert.Equal((0, ""), (result.Code, result.Error));
            JsonElement[] lines = [.. result.Output.TrimEnd('\n').Split('\n').Select(CliRunner.Json)];
            Assert.Equal(Texts(vector, "expected_order"), lines.Select(l => l.GetProperty("id").GetString()));
            string[] fractions = [.. Texts(vector, "first_fractions")];
            Assert.Equal(fractions, lines.Take(fractions.Length).Select(l => "0." + l.GetProperty("ticket").GetString()));
        }
    }

    [Theory]
    [InlineData("a\nb\nc")]
    [InlineData("a\nb\nc\n")]
    [InlineData("c\r\nb\r\na\r\n")]
    [InlineData("\ufeffb\r\na\nc\r\n")]
    public async Task Line_ends_and_order_do_not_matter(string frame) =>
        Assert.Equal((await DrawAsync("a\nb\nc\n", "7", 2)).Output, (await DrawAsync(frame, "7", 2)).Output);

    [Fact]
    public async Task Letters_stand_as_they_are() =>
        Assert.StartsWith("{\"id\":\"dyfed-powys/cysylltu/Rhif-ŵ0-é+&<漢>\",\"ticket\":\"", (await DrawAsync("dyfed-powys/cysylltu/Rhif-ŵ0-é+&<漢>", "s", 1)).Output, StringComparison.Ordinal);

    [Fact]
    public async Task A_frame_can_be_a_file()
    {
        string file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, "b\na\n", TestContext.Current.CancellationToken);
            CliResult result = await CliRunner.RunAsync(["draw", "--seed", "@seed", "--frame", file, "--take", "2"]);

            Assert.Equal((await DrawAsync("a\nb", "@seed", 2)).Output, result.Output);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Every_bad_line_is_named()
    {
        byte[] frame = [.. "a\n\r\nb\na\r\nc\td\n"u8, 0xC3, (byte)'\n', .. "\n"u8];

        CliResult result = await CliRunner.RunAsync(["draw", "--seed", "s", "--frame", "-", "--take", "1"], frame);

        result.Refused(
            "-, line 2: empty",
            "-, line 4: 'a' is in the frame already, at line 1.",
            "-, line 5: holds a control character.",
            "-, line 6: not UTF-8.",
            "-, line 7: empty");
    }

    [Fact]
    public async Task A_frame_without_units_an_empty_seed_and_nothing_to_take_are_refused()
    {
        (await DrawAsync("", "s", 1)).Refused("the frame holds no unit");
        (await DrawAsync("a", "", 0)).Refused("--seed: must not be empty.", "--take 0: must be at least 1.");
        (await CliRunner.RunAsync(["draw", "--seed", "s", "--frame", "no-such.txt", "--take", "1"])).Refused("no-such.txt: there is no such file.");
    }

    [Fact]
    public async Task Taking_more_than_the_frame_holds_draws_all_of_it_and_says_so()
    {
        CliResult result = await DrawAsync("a\nb", "s", 3);

        Assert.Equal(0, result.Code);
        Assert.Equal(2, result.Output.Count(c => c == '\n'));
        Assert.Contains("the frame holds 2 units, fewer than 3", result.Error, StringComparison.Ordinal);
    }

    private static Task<CliResult> DrawAsync(string frame, string seed, int take) => CliRunner.RunAsync(
        ["draw", "--seed", seed, "--frame", "-", "--take", take.ToString(CultureInfo.InvariantCulture)], frame);

    private static IEnumerable<string> Texts(JsonElement owner, string key) => owner.GetProperty(key).EnumerateArray().Select(e => e.GetString()!);
}
