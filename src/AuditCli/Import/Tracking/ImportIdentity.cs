namespace AuditCli.Import.Tracking;

/// <summary>What makes two imports the same one.</summary>
/// <param name="File">SHA-256 of the input.</param>
/// <param name="Map">SHA-256 of the map.</param>
/// <param name="Force">Force given on the command line; null: the map says.</param>
/// <param name="Server">Address of the server.</param>
/// <param name="Rejects">Full path of the reject file.</param>
internal sealed record ImportIdentity(string File, string Map, string? Force, string Server, string Rejects);
