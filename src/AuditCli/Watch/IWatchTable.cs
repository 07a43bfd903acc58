using Spectre.Console;

namespace AuditCli.Watch;

/// <summary>What a live table shows of a watch.</summary>
internal interface IWatchTable<in T>
{
    /// <summary>Takes a message in.</summary>
    void Add(T message);

    /// <summary>The table as it is now.</summary>
    Table Render();
}
