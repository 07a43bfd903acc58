namespace AuditServer.Storage.Migrations;

/// <summary>Creates the database itself, on an engine where it is not a file.</summary>
internal interface IDatabaseCreation
{
    /// <summary>Creates the database that the settings name, unless it is there.</summary>
    /// <returns>What was done and what was not, a line each.</returns>
    Task<IReadOnlyList<string>> EnsureAsync(CancellationToken cancel);
}
