namespace AuditCore.Recording.Rules;

/// <summary>
/// Opening codes as forces write them, compared as tags: <c>Concern for Safety</c>, <c>CONCERN_FOR_SAFETY</c> and
/// <c>concern-for-safety</c> are one code. The National Incident Category List has names and no numbers.
/// </summary>
public static class OpeningCodes
{
    /// <summary>Writes a code as a tag: lower case ASCII letters and digits, everything between them one hyphen.</summary>
    /// <param name="code">The code as the force writes it.</param>
    /// <param name="tag">Room for the tag, at least as long as the code.</param>
    /// <returns>Length of the tag.</returns>
    public static int ToTag(ReadOnlySpan<char> code, Span<char> tag)
    {
        int length = 0;
        bool gap = false;
        foreach (char c in code)
        {
            if (!char.IsAsciiLetterOrDigit(c))
            {
                gap = length > 0;
                continue;
            }

            if (gap)
            {
                tag[length++] = '-';
                gap = false;
            }

            tag[length++] = char.ToLowerInvariant(c);
        }

        return length;
    }
}
