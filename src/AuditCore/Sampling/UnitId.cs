namespace AuditCore.Sampling;

/// <summary>
/// What a unit of a frame is called: the force, the system that opened the record, and the reference there. Its text is
/// <c>force/system/reference</c>, each percent-encoded, so that it is plain ASCII, holds exactly two slashes and stands on one line.
/// </summary>
public sealed record UnitId : IComparable<UnitId>
{
    private UnitId(string force, string sourceSystem, string reference)
    {
        Force = force;
        SourceSystem = sourceSystem;
        Reference = reference;
        Text = $"{PercentEncoding.Encode(force)}/{PercentEncoding.Encode(sourceSystem)}/{PercentEncoding.Encode(reference)}";
    }

    /// <summary>The force's slug, such as <c>thames-valley</c>.</summary>
    public string Force { get; }

    /// <summary>The system that opened the record, such as <c>storm</c>.</summary>
    public string SourceSystem { get; }

    /// <summary>The record's reference in that system, as the system writes it.</summary>
    public string Reference { get; }

    /// <summary>The encoded text, such as <c>thames-valley/storm/URN%2F30711090</c>.</summary>
    public string Text { get; }

    /// <summary>Whether one id sorts before another.</summary>
    /// <param name="left">An id.</param>
    /// <param name="right">An id.</param>
    /// <returns>True when <paramref name="left"/> comes first.</returns>
    public static bool operator <(UnitId? left, UnitId? right) => Comparer<UnitId>.Default.Compare(left, right) < 0;

    /// <summary>Whether one id sorts after another.</summary>
    /// <param name="left">An id.</param>
    /// <param name="right">An id.</param>
    /// <returns>True when <paramref name="left"/> comes last.</returns>
    public static bool operator >(UnitId? left, UnitId? right) => Comparer<UnitId>.Default.Compare(left, right) > 0;

    /// <summary>Whether one id sorts before another or is the same.</summary>
    /// <param name="left">An id.</param>
    /// <param name="right">An id.</param>
    /// <returns>True unless <paramref name="left"/> comes last.</returns>
    public static bool operator <=(UnitId? left, UnitId? right) => Comparer<UnitId>.Default.Compare(left, right) <= 0;

    /// <summary>Whether one id sorts after another or is the same.</summary>
    /// <param name="left">An id.</param>
    /// <param name="right">An id.</param>
    /// <returns>True unless <paramref name="left"/> comes first.</returns>
    public static bool operator >=(UnitId? left, UnitId? right) => Comparer<UnitId>.Default.Compare(left, right) >= 0;

    /// <summary>How many characters a part takes in the text of an id: one an unreserved character, three a byte of any other.</summary>
    /// <param name="part">A part, as its system writes it.</param>
    /// <returns>Its length, percent-encoded.</returns>
    public static int EncodedLength(string part)
    {
        ArgumentNullException.ThrowIfNull(part);
        return PercentEncoding.EncodedLength(part);
    }

    /// <summary>Makes an id of its parts.</summary>
    /// <param name="force">The force's slug.</param>
    /// <param name="sourceSystem">The system that opened the record.</param>
    /// <param name="reference">The record's reference there; any text without control characters.</param>
    /// <returns>The id.</returns>
    /// <exception cref="ArgumentException">A part is empty, holds a control character or is not well-formed Unicode; all parts at fault are named.</exception>
    public static UnitId Of(string force, string sourceSystem, string reference)
    {
        List<string> wrong = [];
        Check(wrong, "force", force);
        Check(wrong, "source system", sourceSystem);
        Check(wrong, "reference", reference);
        return wrong.Count == 0
            ? new UnitId(force, sourceSystem, reference)
            : throw new ArgumentException($"Not a unit: {string.Join("; ", wrong)}.");
    }

    /// <summary>Reads an id's text back into its parts: the strict inverse of <see cref="Text"/>.</summary>
    /// <param name="text">An id's text.</param>
    /// <returns>The id; its <see cref="Text"/> is <paramref name="text"/>.</returns>
    /// <exception cref="FormatException">The text is not one that <see cref="Of"/> gives, such as lower-case hex or an encoded letter.</exception>
    public static UnitId Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] parts = text.Split('/');
        if (parts.Length != 3)
            throw new FormatException($"'{text}' is not a unit id: it has {parts.Length} parts instead of force/system/reference.");
        string[] plain = Array.ConvertAll(parts, part => PercentEncoding.TryDecode(part)
            ?? throw new FormatException($"'{text}' is not a unit id: '{part}' is not percent-encoded UTF-8 in its one canonical form."));
        try
        {
            return Of(plain[0], plain[1], plain[2]);
        }
        catch (ArgumentException e)
        {
            throw new FormatException($"'{text}' is not a unit id. {e.Message}", e);
        }
    }

    /// <summary>Orders ids by their text, ordinally (which is byte by byte).</summary>
    /// <param name="other">Another id.</param>
    /// <returns>Negative when this one comes first.</returns>
    public int CompareTo(UnitId? other) => string.CompareOrdinal(Text, other?.Text);

    /// <summary>The encoded text.</summary>
    /// <returns><see cref="Text"/>.</returns>
    public override string ToString() => Text;

    private static void Check(List<string> wrong, string name, string part)
    {
        if (string.IsNullOrEmpty(part))
            wrong.Add($"the {name} is empty");
        else if (part.Any(char.IsControl))
            wrong.Add($"the {name} holds a control character");
        else if (!PercentEncoding.IsWellFormed(part))
            wrong.Add($"the {name} is not well-formed Unicode");
    }
}
