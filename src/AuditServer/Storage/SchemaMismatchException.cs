namespace AuditServer.Storage;

/// <summary>The database has another version of the schema than this program: another instance migrated it meanwhile.</summary>
internal sealed class SchemaMismatchException(int found, int wanted)
    : Exception($"The database has version {found} of the schema, and this program works with version {wanted}.");
