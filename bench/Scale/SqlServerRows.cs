namespace Bench.Scale;

/// <summary>
/// Bytes that an update takes on the SQL Server engine, computed from its schema and not measured. A row has its fixed columns, twice the
/// letters of its nvarchar ones, 4 bytes of header, 2 + ⌈columns/8⌉ of null bitmap, 2 + 2 a variable column and 2 in the page's slot array
/// (SQL Server documentation, "Estimate the size of a table"); indexes that are not appended to keep their pages 70 % full.
/// </summary>
internal static class SqlServerRows
{
    private const double Fill = 0.7;

    /// <summary>Entry, and the index of its request ids of 21 letters.</summary>
    private const double Entry = 115 + (68 / Fill);

    /// <summary>A payload's row without the message: index, salt of 16 bytes, overhead.</summary>
    private const double PayloadAround = 39;

    /// <summary>The entry in its incident's list and in its source's, and its share of tiles.</summary>
    private const double Listed = 25 + 24 + 5;

    /// <summary>An incident with its indexes by name, by force and, covering, by report.</summary>
    private const double Incident = 165 + (50 / Fill) + 31 + (110 / Fill);

    /// <summary>Bytes an update.</summary>
    /// <param name="message">Bytes of its message.</param>
    /// <param name="updatesAReport">Updates that share an incident.</param>
    public static double BytesAnUpdate(double message, double updatesAReport) =>
        Entry + PayloadAround + message + Listed + (Incident / updatesAReport);
}
