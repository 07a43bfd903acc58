namespace AuditServer.Errors;

/// <summary>Checks that fields of several messages share.</summary>
internal static class FieldChecks
{
    /// <summary>
    /// A text of a length, without control characters, and without white space around it: "URN-1" and "URN-1 " look the same to
    /// people, and to SQL Server, which pads with blanks what it compares.
    /// </summary>
    public static void Text(this Violations violations, string field, string value, int least, int most)
    {
        if (value.Length < least || value.Length > most)
        {
            violations.Add(field, value.Length == 0 ? "is missing" : $"has {value.Length} characters; {least} to {most} are allowed");
        }
        else if (HasControl(value))
        {
            violations.Add(field, "holds a control character");
        }
        else if (value.Length > 0 && (char.IsWhiteSpace(value[0]) || char.IsWhiteSpace(value[^1])))
        {
            violations.Add(field, "begins or ends with white space");
        }
    }

    /// <summary>As many elements as allowed.</summary>
    /// <returns>
    /// No more than allowed: then they are to be looked at. A message can hold millions, and what compares each with the others would
    /// be at it for hours.
    /// </returns>
    public static bool Number(this Violations violations, string field, int count, int least, int most)
    {
        if (count < least || count > most)
        {
            violations.Add(field, count == 0 ? "is empty" : $"holds {count}; {least} to {most} are allowed");
        }

        return count <= most;
    }

    /// <summary>A value of the enum as the contract has it; zero only where that means something.</summary>
    public static void Defined<TEnum>(this Violations violations, string field, TEnum value, bool zeroAllowed)
        where TEnum : struct, Enum
    {
        if (!Enum.IsDefined(value))
        {
            violations.Add(field, $"is {value}, which this contract does not know");
        }
        else if (!zeroAllowed && EqualityComparer<TEnum>.Default.Equals(value, default))
        {
            violations.Add(field, "is missing");
        }
    }

    /// <summary>A tag such as <c>domestic-abuse</c>: 1 to 40 lower case letters, digits and hyphens.</summary>
    public static bool IsTag(string value)
    {
        if (value.Length is 0 or > 40)
        {
            return false;
        }

        foreach (char c in value)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '-'))
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasControl(string value)
    {
        foreach (char c in value)
        {
            if (char.IsControl(c))
            {
                return true;
            }
        }

        return false;
    }
}
