namespace AuditCli.Input;

/// <summary>What was given cannot be used, for all the reasons listed.</summary>
internal sealed class InputException(IReadOnlyList<string> problems) : Exception(string.Join(Environment.NewLine, problems))
{
    /// <summary>Every problem, a line each.</summary>
    public IReadOnlyList<string> Problems => problems;

    /// <summary>Throws when there are problems.</summary>
    public static void ThrowIfAny(IReadOnlyList<string> problems)
    {
        if (problems.Count > 0)
            throw new InputException(problems);
    }
}
