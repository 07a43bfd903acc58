namespace AuditCore.Sampling.Planning;

/// <summary>Finds everything wrong with a question before any arithmetic.</summary>
public static class SamplePlanCheck
{
    private const int MostStrata = 50;
    private const long LargestFrame = 100_000_000;
    private const int LargestSample = 100_000;

    /// <summary>Checks a question.</summary>
    /// <param name="question">The question.</param>
    /// <returns>Every problem, in the order of the fields; none when the question can be answered.</returns>
    public static IReadOnlyList<PlanProblem> Of(SamplePlanQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        List<PlanProblem> problems = [];
        if (question.HalfWidth is null && question.Allocation != SampleAllocation.Fixed)
            problems.Add(new("half_width", "is missing; only where the sizes are fixed can it be"));
        else if (question.HalfWidth is not (null or (>= 0.001 and <= 0.5)))
            Range(problems, "half_width", question.HalfWidth.Value, "0.001 to 0.5");
        if (question.Rate is not (> 0 and < 1))
            Range(problems, "expected_rate", question.Rate, "above 0 and below 1");
        if (question.Level is not (>= 0.5 and <= 0.999))
            Range(problems, "confidence_level", question.Level, "0.5 to 0.999");
        if (question.DesignEffect is not (>= 0.1 and <= 20))
            Range(problems, "design_effect", question.DesignEffect, "0.1 to 20");
        if (!Enum.IsDefined(question.Allocation))
            problems.Add(new("allocation", $"is {question.Allocation}, which is no allocation"));
        if (question.Strata.Count is 0 or > MostStrata)
            problems.Add(new("strata", FormattableString.Invariant($"holds {question.Strata.Count}; 1 to {MostStrata} are allowed")));
        // Each is compared with those before it: of too many none is looked at.
        for (int i = 0; i < question.Strata.Count && question.Strata.Count <= MostStrata; i++)
            Stratum(problems, question, i);
        return problems;
    }

    private static void Stratum(List<PlanProblem> problems, SamplePlanQuestion question, int place)
    {
        StratumToPlan stratum = question.Strata[place];
        string Field(string name) => FormattableString.Invariant($"strata[{place}].{name}");
        if (stratum.Name.Length == 0)
            problems.Add(new(Field("name"), "is missing"));
        else if (question.Strata.Take(place).Any(s => s.Name == stratum.Name))
            problems.Add(new(Field("name"), $"'{stratum.Name}' is the name of an earlier stratum"));
        if (stratum.FrameSize is null && question.Strata.Count > 1)
            problems.Add(new(Field("frame_size"), "is missing; only where there is one stratum can it be"));
        else if (stratum.FrameSize is not (null or (>= 1 and <= LargestFrame)))
            problems.Add(new(Field("frame_size"), FormattableString.Invariant($"is {stratum.FrameSize}; 1 to {LargestFrame} are allowed")));
        if (stratum.CrimesPerUnit is not (> 0 and <= 100))
            Range(problems, Field("crimes_per_unit"), stratum.CrimesPerUnit, "above 0 and up to 100");
        if (stratum.Rate is not (null or (> 0 and < 1)))
            Range(problems, Field("expected_rate"), stratum.Rate.Value, "above 0 and below 1");
        bool isFixed = question.Allocation == SampleAllocation.Fixed;
        if (isFixed != stratum.SampleSize is not null)
            problems.Add(new(Field("sample_size"), isFixed ? "is missing, and the sizes are fixed" : "is given, and the sizes are not fixed"));
        else if (stratum.SampleSize is not (null or (>= 1 and <= LargestSample)))
            problems.Add(new(Field("sample_size"), FormattableString.Invariant($"is {stratum.SampleSize}; 1 to {LargestSample} are allowed")));
    }

    private static void Range(List<PlanProblem> problems, string field, double value, string allowed) =>
        problems.Add(new(field, FormattableString.Invariant($"is {value}; {allowed} is allowed")));
}
