namespace AuditCli.Support;

/// <summary>What the user gave cannot work. Carries every problem, so that all are mended in one go.</summary>
internal sealed class BadInputException(IReadOnlyList<string> problems) : Exception(string.Join(Environment.NewLine, problems))
{
    public BadInputException(string problem)
        : this([problem])
    {
    }

    public IReadOnlyList<string> Problems { get; } = problems;

    /// <exception cref="BadInputException">There are problems.</exception>
    public static void ThrowIfAny(IReadOnlyList<string> problems)
    {
        if (problems.Count > 0)
        {
            throw new BadInputException(problems);
        }
    }
}
