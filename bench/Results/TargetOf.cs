namespace Bench.Results;

/// <summary>What a target is set for.</summary>
internal enum TargetOf
{
    /// <summary>The figure divided by its baseline.</summary>
    Ratio,

    /// <summary>The figure itself.</summary>
    Value,
}
