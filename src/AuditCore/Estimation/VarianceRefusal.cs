namespace AuditCore.Estimation;

/// <summary>When the shape of a sample alone forbids a variance, or makes it moot.</summary>
internal static class VarianceRefusal
{
    /// <summary>The reason, or None when a variance can be had. A census comes first: it needs no variance, whatever its sizes.</summary>
    public static EstimateReason Of(SampleDesign design)
    {
        if (design.IsCensus)
            return EstimateReason.Census;
        if (design.DegreesOfFreedom == 0)
            return EstimateReason.NoDegreesOfFreedom;
        return design.Singletons.Count > 0 ? EstimateReason.SingletonStratum : EstimateReason.None;
    }
}
