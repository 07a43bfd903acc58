namespace AuditCore.Sampling.Planning;

/// <summary>Something wrong with a question.</summary>
/// <param name="Field">Where, in the contract's words: <c>strata[1].frame_size</c>.</param>
/// <param name="Description">What.</param>
public readonly record struct PlanProblem(string Field, string Description);
