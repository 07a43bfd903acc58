namespace AuditCore.Reference;

/// <summary>How exactly a publisher stated a date.</summary>
public enum StatedDatePrecision
{
    /// <summary>The cell is blank.</summary>
    NotStated = 0,

    /// <summary>Something is stated that is not a date, or is doubted by its writer: <c>TBC</c>, <c>28/02/22?</c>.</summary>
    Uncertain = 1,

    /// <summary>A year.</summary>
    Year = 2,

    /// <summary>A month of a year.</summary>
    Month = 3,

    /// <summary>A day.</summary>
    Day = 4,
}
