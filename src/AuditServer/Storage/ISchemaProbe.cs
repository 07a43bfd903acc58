namespace AuditServer.Storage;

/// <summary>Asks the database which version of the schema it has.</summary>
internal interface ISchemaProbe
{
    /// <summary>The version.</summary>
    ValueTask<int> ReadVersionAsync(CancellationToken cancel);
}
