namespace AuditServer.Rates;

/// <summary>What public tables need of an engine inside a turn.</summary>
internal interface IPublicTableWrites
{
    /// <summary>Stores the public table of a force unless there is one of that day or a later one.</summary>
    ValueTask SaveAsync(string force, long day, byte[] document, CancellationToken cancel);
}
