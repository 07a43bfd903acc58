using System.Data.Common;

namespace AuditServer.Storage.Sqlite;

/// <summary>Parameters as this engine's SQL files name them, $name.</summary>
internal static class SqliteCommands
{
    /// <summary>Adds a parameter.</summary>
    public static DbParameter Add(this DbCommand command, string name, object? value)
    {
        DbParameter parameter = command.CreateParameter();
        parameter.ParameterName = "$" + name;
        parameter.Value = value ?? DBNull.Value;
        command.Parameters.Add(parameter);
        return parameter;
    }
}
