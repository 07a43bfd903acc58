using System.Numerics;

namespace AuditCore.Estimation;

/// <summary>
/// What the variance needs of one stratum: sums and sums of products of each report's counts. A report's counts form a row: x and y of
/// one rate, or x and y of each offence group.
/// </summary>
internal sealed class StratumSums
{
    private readonly Int128[] sums;
    private readonly Int128[] products;
    private readonly int width;

    private StratumSums(string name, long frameSize, int reviewed, int width)
    {
        Name = name;
        FrameSize = frameSize;
        Reviewed = reviewed;
        this.width = width;
        sums = new Int128[width];
        products = new Int128[width * width];
    }

    public string Name { get; }

    /// <summary>N.</summary>
    public long FrameSize { get; }

    /// <summary>m.</summary>
    public int Reviewed { get; }

    public bool IsCensus => Reviewed == FrameSize;

    /// <summary>w = N / m.</summary>
    public Fraction Weight => new(FrameSize, Reviewed);

    /// <summary>Sums a stratum's columns, all of the same length.</summary>
    public static StratumSums Of(string name, long frameSize, int reviewed, IReadOnlyList<IReadOnlyList<ReportCounts>> columns)
    {
        StratumSums result = new(name, frameSize, reviewed, 2 * columns.Count);
        long[] row = new long[2 * columns.Count];
        for (int report = 0; report < reviewed; report++)
        {
            for (int column = 0; column < columns.Count; column++)
            {
                row[2 * column] = columns[column][report].Denominator;
                row[(2 * column) + 1] = columns[column][report].Numerator;
            }
            result.Add(row);
        }
        return result;
    }

    /// <summary>Sum of one column over the reviewed reports.</summary>
    public long Sum(int column) => (long)sums[column];

    /// <summary>Sum of one column, weighted up to the frame.</summary>
    public Fraction Total(int column) => Weight * new Fraction(sums[column], BigInteger.One);

    /// <summary>
    /// m · Σ(z − z̄)² for the linear combination z of a report's counts with whole coefficients: exact, hence zero when all z are equal.
    /// </summary>
    public BigInteger ScaledDeviation(ReadOnlySpan<BigInteger> coefficients)
    {
        BigInteger total = BigInteger.Zero;
        for (int k = 0; k < width; k++)
        {
            for (int l = 0; l < width; l++)
            {
                BigInteger covariance = (Reviewed * (BigInteger)products[(k * width) + l]) - ((BigInteger)sums[k] * sums[l]);
                total += coefficients[k] * coefficients[l] * covariance;
            }
        }
        return total;
    }

    private void Add(ReadOnlySpan<long> row)
    {
        for (int k = 0; k < width; k++)
        {
            if (row[k] == 0)
                continue;
            sums[k] += row[k];
            for (int l = 0; l < width; l++)
                products[(k * width) + l] += row[k] * row[l];
        }
    }
}
