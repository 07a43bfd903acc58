using AuditServer.Errors;

namespace AuditServer.Paging;

/// <summary>Rows of a page: 0 means 100, at most 1,000.</summary>
internal static class PageSize
{
    public const int Usual = 100;
    public const int Most = 1_000;

    /// <summary>The page size that a request means; notes a violation when it cannot be had.</summary>
    public static int Read(int asked, Violations wrong)
    {
        if (asked is < 0 or > Most)
        {
            wrong.Add("page_size", $"is {asked}; 0 (for {Usual}) to {Most}");
        }

        return asked == 0 ? Usual : asked;
    }
}
