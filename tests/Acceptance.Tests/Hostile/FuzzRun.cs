using Acceptance.Tests.Support;

namespace Acceptance.Tests.Hostile;

/// <summary>Which cases a run has.</summary>
internal static class FuzzRun
{
    /// <summary>How many cases each run has in place of the usual number; the long run has 100,000.</summary>
    private const string Cases = "CRIMEAUDIT_TEST_FUZZ_CASES";

    /// <summary>The first case: with 1 case, that one is repeated alone.</summary>
    private const string First = "CRIMEAUDIT_TEST_FUZZ_FIRST";

    public static IEnumerable<int> Numbers(int usual) => Enumerable.Range(RunLength.Of(First, 0), RunLength.Of(Cases, usual));
}
