namespace AuditCli.Import.Rows;

/// <summary>What is wrong with the row at hand, each problem once although several updates may meet it.</summary>
internal sealed class RowProblems
{
    private readonly List<string> found = [];

    public bool Any => found.Count > 0;

    public IReadOnlyList<string> Found => [.. found];

    public void Clear() => found.Clear();

    public void Add(string problem)
    {
        if (!found.Contains(problem))
        {
            found.Add(problem);
        }
    }
}
