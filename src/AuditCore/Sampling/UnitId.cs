namespace AuditCore.Sampling;

/// <summary>
/// What a unit of a frame is called. A report: the force, the system that opened the record, and the reference there; its text is
/// <c>force/system/reference</c>. A cancelled crime and an N100 are units of their own within a report:
/// <c>force/system/reference/crime/crime_ref</c> and <c>force/system/reference/n100/sender/request_id</c>. Each part is
/// percent-encoded, so that the text is plain ASCII, stands on one line, and never names two units.
/// </summary>
public sealed record UnitId : IComparable<UnitId>
{
    private const string CrimeWord = "crime";
    private const string ReportedIncidentWord = "n100";

    private UnitId(string force, string sourceSystem, string reference, UnitKind kind = UnitKind.Report, params string[] record)
    {
        Force = force;
        SourceSystem = sourceSystem;
        Reference = reference;
        Kind = kind;
        CrimeRef = kind == UnitKind.CancelledCrime ? record[1] : "";
        (Sender, RequestId) = kind == UnitKind.ReportedIncident ? (record[1], record[2]) : ("", "");
        Text = string.Join('/', new[] { force, sourceSystem, reference }.Concat(record).Select(PercentEncoding.Encode));
    }

    /// <summary>What kind of unit it names.</summary>
    public UnitKind Kind { get; }

    /// <summary>A cancelled crime: the crime record's reference in the force; else empty.</summary>
    public string CrimeRef { get; }

    /// <summary>An N100: the system that told it; else empty.</summary>
    public string Sender { get; }

    /// <summary>An N100: under which request it was told; else empty.</summary>
    public string RequestId { get; }

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

    /// <summary>Makes the id of a report of its parts.</summary>
    /// <param name="force">The force's slug.</param>
    /// <param name="sourceSystem">The system that opened the record.</param>
    /// <param name="reference">The record's reference there; any text without control characters.</param>
    /// <returns>The id.</returns>
    /// <exception cref="ArgumentException">A part is empty, holds a control character or is not well-formed Unicode; all parts at fault are named.</exception>
    public static UnitId Of(string force, string sourceSystem, string reference)
    {
        ThrowIfWrong(("force", force), ("source system", sourceSystem), ("reference", reference));
        return new UnitId(force, sourceSystem, reference);
    }

    /// <summary>Makes the id of a cancelled crime in this report.</summary>
    /// <param name="crimeRef">The crime record's reference in the force; any text without control characters.</param>
    /// <returns>The id.</returns>
    /// <exception cref="ArgumentException">The reference is empty, holds a control character or is not well-formed Unicode.</exception>
    public UnitId OfCrime(string crimeRef)
    {
        ThrowIfWrong(("crime reference", crimeRef));
        return new UnitId(Force, SourceSystem, Reference, UnitKind.CancelledCrime, CrimeWord, crimeRef);
    }

    /// <summary>Makes the id of an N100 in this report.</summary>
    /// <param name="sender">The system that told it.</param>
    /// <param name="requestId">Under which request.</param>
    /// <returns>The id.</returns>
    /// <exception cref="ArgumentException">A part is empty, holds a control character or is not well-formed Unicode.</exception>
    public UnitId OfReportedIncident(string sender, string requestId)
    {
        ThrowIfWrong(("sender", sender), ("request id", requestId));
        return new UnitId(Force, SourceSystem, Reference, UnitKind.ReportedIncident, ReportedIncidentWord, sender, requestId);
    }

    /// <summary>Reads an id's text back into its parts: the strict inverse of <see cref="Text"/>.</summary>
    /// <param name="text">An id's text.</param>
    /// <returns>The id; its <see cref="Text"/> is <paramref name="text"/>.</returns>
    /// <exception cref="FormatException">The text is not one that <see cref="Of"/> gives, such as lower-case hex or an encoded letter.</exception>
    public static UnitId Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] parts = text.Split('/');
        if (KindOf(parts) is not { } kind)
            throw new FormatException($"'{text}' is not a unit id: its {parts.Length} parts are neither force/system/reference nor that with a crime or an N100 after it.");
        string[] plain = Array.ConvertAll(parts, part => PercentEncoding.TryDecode(part)
            ?? throw new FormatException($"'{text}' is not a unit id: '{part}' is not percent-encoded UTF-8 in its one canonical form."));
        try
        {
            UnitId report = Of(plain[0], plain[1], plain[2]);
            return kind switch
            {
                UnitKind.CancelledCrime => report.OfCrime(plain[4]),
                UnitKind.ReportedIncident => report.OfReportedIncident(plain[4], plain[5]),
                _ => report,
            };
        }
        catch (ArgumentException e)
        {
            throw new FormatException($"'{text}' is not a unit id. {e.Message}", e);
        }
    }

    /// <summary>What kind of unit a text names, by its form alone.</summary>
    /// <param name="text">An id's text.</param>
    /// <returns>The kind; null when it is the text of no unit.</returns>
    public static UnitKind? KindOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return KindOf(text.Split('/'));
    }

    /// <summary>Orders ids by their text, ordinally (which is byte by byte).</summary>
    /// <param name="other">Another id.</param>
    /// <returns>Negative when this one comes first.</returns>
    public int CompareTo(UnitId? other) => string.CompareOrdinal(Text, other?.Text);

    /// <summary>The encoded text.</summary>
    /// <returns><see cref="Text"/>.</returns>
    public override string ToString() => Text;

    private static UnitKind? KindOf(string[] parts) => parts switch
    {
        { Length: 3 } => UnitKind.Report,
        [_, _, _, CrimeWord, _] => UnitKind.CancelledCrime,
        [_, _, _, ReportedIncidentWord, _, _] => UnitKind.ReportedIncident,
        _ => null,
    };

    private static void ThrowIfWrong(params ReadOnlySpan<(string Name, string Part)> parts)
    {
        List<string> wrong = [];
        foreach ((string name, string part) in parts)
            Check(wrong, name, part);
        if (wrong.Count > 0)
            throw new ArgumentException($"Not a unit: {string.Join("; ", wrong)}.");
    }

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
