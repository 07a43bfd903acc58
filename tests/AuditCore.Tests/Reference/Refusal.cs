using AuditCore.Reference;

namespace AuditCore.Tests.Reference;

internal static class Refusal
{
    /// <summary>The problems for which an action refuses data, as text.</summary>
    public static IReadOnlyList<string> Of(Action action) =>
        [.. Assert.Throws<ReferenceDataException>(action).Problems.Select(problem => problem.ToString())];
}
