namespace AuditCore.Estimation;

/// <summary>What an asker may choose about an estimate.</summary>
public sealed record EstimationOptions
{
    /// <summary>Level 0.95, low below 30.</summary>
    public static EstimationOptions Default { get; } = new();

    /// <summary>Confidence level of every interval, as a fraction from 0.5 to 0.999999. Default 0.95.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside that range, or not a number.</exception>
    public double Level
    {
        get;
        init => field = ConfidenceLevel.Checked(value);
    } = ConfidenceLevel.Default;

    /// <summary>Fewer crimes than this in the sample's denominator is "low": show counts, no percentage in headlines. Default 30.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public int LowCountBelow
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    } = 30;
}
