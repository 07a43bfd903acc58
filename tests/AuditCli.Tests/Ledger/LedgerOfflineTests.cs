using System.Text.Json;

namespace AuditCli.Tests.Ledger;

public sealed class LedgerOfflineTests
{
    private static readonly JsonElement Vectors = CliRunner.Vectors("merkle.json");

    [Fact]
    public async Task Roots_of_every_size_are_those_of_the_vectors()
    {
        string[] roots = [.. Texts(Vectors.GetProperty("roots_hex_by_size"))];
        for (int size = 0; size < roots.Length; size++)
        {
            CliResult result = await CliRunner.RunAsync(["ledger", "root", "--leaves", "-"], Leaves(size));
            Assert.Equal((0, roots[size], ""), (result.Code, result.Output.TrimEnd(), result.Error));
        }
    }

    [Fact]
    public async Task Paths_are_those_of_the_vectors()
    {
        foreach (JsonElement vector in Vectors.GetProperty("inclusion").EnumerateArray())
        {
            await AssertPathAsync(vector, "tree_size", "--index", "leaf_index");
        }

        foreach (JsonElement vector in Vectors.GetProperty("consistency").EnumerateArray())
        {
            await AssertPathAsync(vector, "second", "--from", "first");
        }
    }

    [Theory]
    [InlineData("ABCD\n", "abcd\n")]
    [InlineData("ab\r\n\r\ncd", "ab\n\ncd\n")]
    public async Task Case_and_line_endings_make_no_difference(string written, string canonical)
    {
        string first = (await CliRunner.RunAsync(["ledger", "root", "--leaves", "-"], written)).Output;
        Assert.Equal(first, (await CliRunner.RunAsync(["ledger", "root", "--leaves", "-"], canonical)).Output);
        Assert.NotEqual("", first);
    }

    [Fact]
    public async Task Every_line_that_is_no_leaf_is_named() =>
        (await CliRunner.RunAsync(["ledger", "root", "--leaves", "-"], "00\n0\nxy\n 0\n")).Refused("-, line 2: ", "-, line 3: ", "-, line 4: ");

    [Theory]
    [InlineData("--index", "2")]
    [InlineData("--index", "-1")]
    [InlineData("--from", "0")]
    [InlineData("--from", "3")]
    public async Task What_the_leaves_do_not_hold_is_refused(string option, string value) =>
        (await CliRunner.RunAsync(["ledger", "prove", "--leaves", "-", option, value], "00\n01\n")).Refused($"{option} {value}: must be ");

    [Theory]
    [InlineData]
    [InlineData("--index", "0", "--from", "1")]
    public async Task One_question_at_a_time(params string[] options) =>
        (await CliRunner.RunAsync(["ledger", "prove", "--leaves", "-", .. options], "00\n01\n")).Refused("Give one of --index and --from.");

    private static async Task AssertPathAsync(JsonElement vector, string size, string option, string value)
    {
        CliResult result = await CliRunner.RunAsync(
            ["ledger", "prove", "--leaves", "-", option, vector.GetProperty(value).ToString()], Leaves(vector.GetProperty(size).GetInt32()));
        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.Equal(Texts(vector.GetProperty("path_hex")), result.Output.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Leaves(int size) =>
        string.Concat(Texts(Vectors.GetProperty("leaves_hex")).Take(size).Select(leaf => $"{leaf}\n"));

    private static IEnumerable<string> Texts(JsonElement array) => array.EnumerateArray().Select(e => e.GetString()!);
}
