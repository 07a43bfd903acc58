namespace Bench.Results;

/// <summary>How something changes while something else grows.</summary>
/// <param name="Id">Stable name; the picture's file name, <c>growth-ingest</c>.</param>
/// <param name="Title">What it shows.</param>
/// <param name="AcrossTitle">What grows, with its unit.</param>
/// <param name="UpTitle">What changes, with its unit.</param>
/// <param name="Lines">One or more lines.</param>
internal sealed record Curve(string Id, string Title, string AcrossTitle, string UpTitle, IReadOnlyList<CurveLine> Lines);
