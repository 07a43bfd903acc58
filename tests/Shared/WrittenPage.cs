namespace Tests.Shared;

/// <summary>A page of the documentation that a test writes: what is committed must be what would be written now.</summary>
internal static class WrittenPage
{
    private const string Variable = "CRIMEAUDIT_WRITE_DOCS";

    /// <summary>Fails unless the page says this; with the variable set it is written first.</summary>
    /// <param name="path">As from the root of the repository, <c>docs/sql.md</c>.</param>
    /// <param name="text">What it should say.</param>
    public static void MustSay(string path, string text)
    {
        if (Environment.GetEnvironmentVariable(Variable) == "1")
        {
            File.WriteAllText(Repository.PathOf(path), text);
        }

        Assert.True(
            File.Exists(Repository.PathOf(path)) && Repository.Read(path) == text,
            $"{path} is not what it is written from; run this test with {Variable}=1");
    }
}
