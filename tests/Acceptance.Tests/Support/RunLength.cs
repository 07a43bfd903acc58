using System.Globalization;

namespace Acceptance.Tests.Support;

/// <summary>How long a run is: short in the ordinary tests, as long as the environment says in a long one.</summary>
internal static class RunLength
{
    /// <summary>A number that the environment gives, else the usual one.</summary>
    public static int Of(string variable, int usual) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } number
        ? int.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture)
        : usual;
}
