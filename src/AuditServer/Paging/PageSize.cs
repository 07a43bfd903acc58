using AuditServer.Errors;

namespace AuditServer.Paging;

/// <summary>Rows of a page.</summary>
internal static class PageSize
{
    /// <summary>The page size that a request means by 0 or a number; notes a violation when it cannot be had.</summary>
    public static int Read(int asked, Violations wrong, int usual = 100, int most = 1_000)
    {
        if (asked < 0 || asked > most)
        {
            wrong.Add("page_size", $"is {asked}; 0 (for {usual}) to {most} are allowed");
        }

        return asked == 0 ? usual : asked;
    }
}
