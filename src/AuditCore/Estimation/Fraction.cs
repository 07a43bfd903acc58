using System.Numerics;

namespace AuditCore.Estimation;

/// <summary>
/// An exact rational number. Rates are ratios of weighted counts, that is of integers, so everything up to the square root can be
/// exact: a sample in which every report has the same rate then has a variance of exactly zero, where floating point would leave
/// 1e-33 and turn it into an interval of false certainty. It also makes results independent of the order of reports and strata.
/// </summary>
internal readonly record struct Fraction
{
    public static readonly Fraction Zero = new(BigInteger.Zero, BigInteger.One);
    public static readonly Fraction One = new(BigInteger.One, BigInteger.One);

    public Fraction(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
            throw new DivideByZeroException();
        BigInteger divisor = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        Numerator = numerator / divisor;
        Denominator = denominator / divisor;
    }

    public BigInteger Numerator { get; }

    /// <summary>Always positive, and without a factor in common with the numerator.</summary>
    public BigInteger Denominator { get; }

    public bool IsZero => Numerator.IsZero;

    public static implicit operator Fraction(long value) => new(value, BigInteger.One);

    public static Fraction operator +(Fraction a, Fraction b) =>
        new((a.Numerator * b.Denominator) + (b.Numerator * a.Denominator), a.Denominator * b.Denominator);

    public static Fraction operator -(Fraction a) => new(-a.Numerator, a.Denominator);

    public static Fraction operator -(Fraction a, Fraction b) => a + -b;

    public static Fraction operator *(Fraction a, Fraction b) => new(a.Numerator * b.Numerator, a.Denominator * b.Denominator);

    public static Fraction operator /(Fraction a, Fraction b) => new(a.Numerator * b.Denominator, a.Denominator * b.Numerator);

    /// <summary>The nearest double (round half to even), by way of the 63 to 64 leading bits and a sticky bit.</summary>
    public double ToDouble()
    {
        if (Numerator.IsZero)
            return 0;
        BigInteger magnitude = BigInteger.Abs(Numerator);
        int shift = 63 - (int)(magnitude.GetBitLength() - Denominator.GetBitLength());
        BigInteger quotient = shift >= 0
            ? BigInteger.DivRem(magnitude << shift, Denominator, out BigInteger remainder)
            : BigInteger.DivRem(magnitude, Denominator << -shift, out remainder);
        ulong bits = (ulong)quotient | (remainder.IsZero ? 0UL : 1UL);
        return Numerator.Sign * Math.ScaleB(bits, -shift);
    }
}
