using System.Data;
using Dapper;
using Microsoft.Data.SqlClient;

namespace AuditServer.Storage.SqlServer;

/// <summary>A statement with the values of its parameters, as Dapper takes them.</summary>
internal sealed class BoundStatement(Statement statement, object?[] values) : SqlMapper.IDynamicParameters
{
    // Of times: microseconds, as the columns have them.
    private const byte TimeScale = 6;

    public Statement Statement => statement;

    public void AddParameters(IDbCommand command, SqlMapper.Identity identity)
    {
        for (int i = 0; i < values.Length; i++)
        {
            command.Parameters.Add(Parameter(statement.Parameters[i], values[i]));
        }
    }

    private static SqlParameter Parameter(StatementParameter shape, object? value)
    {
        var parameter = new SqlParameter("@" + shape.Name, shape.Type);
        if (shape.Table is { } table)
        {
            parameter.TypeName = table.Name;
            parameter.Value = value;
            return parameter;
        }

        if (shape.Size != 0)
        {
            parameter.Size = shape.Size;
        }

        if (shape.Type == SqlDbType.DateTime2)
        {
            parameter.Scale = TimeScale;
        }

        parameter.Value = value ?? DBNull.Value;
        return parameter;
    }
}
