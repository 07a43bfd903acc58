namespace AuditCore.Sampling.Planning;

/// <summary>How a planned sample is spread over strata.</summary>
public enum SampleAllocation
{
    /// <summary>The same share of every stratum.</summary>
    Proportional = 0,

    /// <summary>More where units are many and their crimes vary more, n_h as N_h·S_h (Neyman 1934).</summary>
    Neyman = 1,

    /// <summary>As the strata say.</summary>
    Fixed = 2,
}
