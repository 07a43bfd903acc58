namespace AuditCore.Recording;

/// <summary>A value of a further dimension.</summary>
/// <param name="Dimension">The dimension.</param>
/// <param name="Value">The value, <c>north</c>; empty when there is none.</param>
public readonly record struct RollupValue(RollupDimension Dimension, string Value);
