namespace Acceptance.Tests.Support;

/// <summary>Offence codes of the published list, by their class.</summary>
internal static class Codes
{
    public const string Violence = "005/02";
    public const string Sexual = "019/07";
    public const string AdultRape = "019/08";
    public const string Robbery = "034/01";
    public const string Burglary = "028/03";
    public const string Theft = "045/11";

    /// <summary>Of the form of a code, and not listed.</summary>
    public const string Unlisted = "999/99";
}
