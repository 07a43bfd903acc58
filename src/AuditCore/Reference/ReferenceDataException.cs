namespace AuditCore.Reference;

/// <summary>Reference data that cannot be used. Carries every problem found, not only the first.</summary>
public sealed class ReferenceDataException : Exception
{
    private const int ProblemsInMessage = 20;

    internal ReferenceDataException(string what, IReadOnlyList<DataProblem> problems)
        : base(Describe(what, problems)) => Problems = problems;

    /// <summary>All problems, in the order of the data; at least one.</summary>
    public IReadOnlyList<DataProblem> Problems { get; }

    internal static void ThrowIfAny(string what, IReadOnlyList<DataProblem> problems)
    {
        if (problems.Count > 0) throw new ReferenceDataException(what, problems);
    }

    // A message ends up in logs and terminals, so it is bounded; Problems is not.
    private static string Describe(string what, IReadOnlyList<DataProblem> problems)
    {
        string head = FormattableString.Invariant($"{what} cannot be used, {problems.Count} problem(s): ");
        string shown = string.Join("; ", problems.Take(ProblemsInMessage));
        return problems.Count > ProblemsInMessage ? head + shown + "; …" : head + shown;
    }
}
