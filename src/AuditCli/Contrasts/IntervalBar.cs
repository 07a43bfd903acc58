namespace AuditCli.Contrasts;

/// <summary>An interval drawn on a line with zero in its middle: <c>·····┃··├──●──┤····</c>.</summary>
internal static class IntervalBar
{
    /// <summary>Cells to either side of zero.</summary>
    private const int Half = 10;

    /// <param name="lower">Lower end.</param>
    /// <param name="middle">The estimate.</param>
    /// <param name="upper">Upper end.</param>
    /// <param name="reach">What the ends of the line stand for; every interval of a table lies within it.</param>
    public static string Of(double lower, double middle, double upper, double reach)
    {
        char[] cells = [.. Enumerable.Repeat('·', (2 * Half) + 1)];
        int Place(double value) => Half + (int)Math.Round(Half * value / reach);
        for (int i = Place(lower); i <= Place(upper); i++)
        {
            cells[i] = '─';
        }

        (cells[Place(lower)], cells[Place(upper)]) = ('├', '┤');
        cells[Half] = '┃';
        cells[Place(middle)] = '●';
        return new string(cells);
    }
}
