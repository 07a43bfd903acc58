using System.Text.RegularExpressions;

namespace AuditCore.Reference;

/// <summary>The form of Home Office codes. Every code of the list of 2026/27 has it.</summary>
public static partial class OffenceCode
{
    /// <summary>
    /// Whether a text has the form of a code: three digits, a slash, two digits (<c>105/12</c>). Says nothing about whether the code is listed.
    /// </summary>
    /// <param name="text">The text, without white space around it.</param>
    /// <returns>Whether it has the form. <c>53/45</c>, <c>8N</c> and <c>099/099</c> do not.</returns>
    public static bool IsWellFormed(string text) => Form().IsMatch(text);

    [GeneratedRegex(@"\A[0-9]{3}/[0-9]{2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
