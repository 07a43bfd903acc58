using System.Data;
using System.Globalization;
using AuditServer.Storage.SqlServer;
using Microsoft.SqlServer.Dac.Model;
using StatementParameter = AuditServer.Storage.SqlServer.StatementParameter;

namespace AuditServer.Tests.Storage;

/// <summary>
/// Compiles statements against a schema as SQL Server would, without one: each becomes a procedure whose parameters are those
/// that the code passes, in the model of the migrated database.
/// </summary>
internal static class SqlServerGate
{
    // What the server brings itself, and a model of this database alone does not know.
    private static readonly string[] SystemNames = ["[sys].[databases]", "sp_getapplock"];

    /// <summary>What is wrong with a statement; empty when nothing is.</summary>
    public static IReadOnlyList<string> ProblemsOf(SqlServerSchema schema, Statement statement, string sql)
    {
        try
        {
            IReadOnlySet<string> used = TransactSql.Parameters(sql);
            string[] passed = [.. statement.Parameters.Select(p => p.Name)];
            return
            [
                .. passed.Except(used, StringComparer.OrdinalIgnoreCase).Select(p => $"{statement.File}: @{p} is passed and not used"),
                .. used.Except(passed, StringComparer.OrdinalIgnoreCase).Select(p => $"{statement.File}: @{p} is used and not passed"),
                .. ProblemsOf(schema, [Procedure(statement, sql)]),
            ];
        }
        catch (FormatException wrong)
        {
            return [$"{statement.File}: {wrong.Message}"];
        }
    }

    /// <summary>What is wrong with a schema together with further declarations.</summary>
    public static IReadOnlyList<string> ProblemsOf(SqlServerSchema schema, IEnumerable<string> further)
    {
        using var model = new TSqlModel(SqlServerVersion.Sql150, new TSqlModelOptions { Collation = "Latin1_General_100_BIN2" });
        try
        {
            foreach (string declaration in schema.Declarations.Concat(further))
            {
                model.AddObjects(declaration);
            }
        }
        catch (DacModelException wrong)
        {
            return [.. wrong.Messages.Select(m => m.Message)];
        }

        return [.. model.Validate().Select(m => m.Message).Where(m => !SystemNames.Any(n => m.Contains(n, StringComparison.Ordinal)))];
    }

    /// <summary>A parameter's type as a declaration has it.</summary>
    public static string TypeOf(StatementParameter parameter) => parameter switch
    {
        { Table: { } table } => $"{table.Name} READONLY",
        { Type: SqlDbType.DateTime2 } => "datetime2(6)",
        { Size: -1 } => $"{parameter.Type}(max)",
        { Size: > 0 } => string.Create(CultureInfo.InvariantCulture, $"{parameter.Type}({parameter.Size})"),
        _ => parameter.Type.ToString(),
    };

    private static string Procedure(Statement statement, string sql)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"crimeaudit.[{statement.File}]");
        string parameters = string.Join(", ", statement.Parameters.Select(p => $"@{p.Name} {TypeOf(p)}"));
        return $"CREATE PROCEDURE {name} {parameters} AS BEGIN\n{sql}\nEND;";
    }
}
