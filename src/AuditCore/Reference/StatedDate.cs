namespace AuditCore.Reference;

/// <summary>
/// A date as a publisher stated it: the text, and the days it can mean. Nothing is made more exact than it was stated.
/// Forms read: <c>01-Jul-25</c>, <c>13 April 2015</c>, <c>26/06/2018</c> (day first), <c>2018-07-25</c>,
/// <c>Nov-25</c> and <c>Aug 2024</c> and <c>2017-09</c> (a month), <c>2015</c> (a year).
/// Two-digit years: 00 to 49 are 2000 to 2049, 50 to 99 are 1950 to 1999.
/// </summary>
public sealed record StatedDate
{
    private StatedDate(string text, StatedDatePrecision precision, DateOnly? first, DateOnly? last) =>
        (Text, Precision, First, Last) = (text, precision, first, last);

    /// <summary>A blank cell.</summary>
    public static StatedDate NotStated { get; } = new("", StatedDatePrecision.NotStated, null, null);

    /// <summary>The text as published, without white space around it; empty when nothing is stated.</summary>
    public string Text { get; }

    /// <summary>How exactly it is stated.</summary>
    public StatedDatePrecision Precision { get; }

    /// <summary>First day that the text can mean; null when nothing is stated or it is uncertain.</summary>
    public DateOnly? First { get; }

    /// <summary>
    /// Last day that the text can mean (the same as <see cref="First"/> for a day); null when nothing is stated or it is
    /// uncertain.
    /// </summary>
    public DateOnly? Last { get; }

    /// <summary>Reads a stated date.</summary>
    /// <param name="text">The cell. <c>TBC</c> and anything that ends in a question mark are <see cref="StatedDatePrecision.Uncertain"/>.</param>
    /// <returns>The date, or null when the text is in none of the forms or names a day that does not exist.</returns>
    public static StatedDate? Parse(string text)
    {
        string trimmed = text.Trim();
        if (trimmed.Length == 0) return NotStated;
        if (trimmed.EndsWith('?') || trimmed.Equals("TBC", StringComparison.OrdinalIgnoreCase))
            return new(trimmed, StatedDatePrecision.Uncertain, null, null);
        return StatedDateForms.Read(trimmed) is var (precision, first, last) ? new(trimmed, precision, first, last) : null;
    }
}
