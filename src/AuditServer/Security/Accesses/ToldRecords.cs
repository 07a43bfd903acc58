using System.Globalization;

namespace AuditServer.Security.Accesses;

/// <summary>
/// Which records were told. They are named by indexes of entries and by audits, never by a reference: the access log must not keep what
/// is erased from the log.
/// </summary>
/// <param name="Force">Slug of their force; empty where they are of several, or it is not said.</param>
/// <param name="What">What they are, <c>incidents</c>.</param>
/// <param name="First">Index of the first entry that they are known by; null where they are known by none.</param>
/// <param name="Last">Index of the last one.</param>
/// <param name="Number">How many, at least 1.</param>
internal sealed record ToldRecords(string Force, string What, long? First, long? Last, long Number)
{
    /// <summary>In words: <c>incident 17</c>, <c>entries 0..499</c>.</summary>
    public string Text => (First, Last) switch
    {
        (null, _) => What,
        _ when First == Last => string.Create(CultureInfo.InvariantCulture, $"{What} {First}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{What} {First}..{Last}"),
    };

    /// <summary>These and further ones of the same call.</summary>
    public ToldRecords And(ToldRecords further) => this with
    {
        Force = Force == further.Force ? Force : "",
        First = First is null ? further.First : Math.Min(First.Value, further.First ?? First.Value),
        Last = Last is null ? further.Last : Math.Max(Last.Value, further.Last ?? Last.Value),
        Number = Number + further.Number,
    };
}
