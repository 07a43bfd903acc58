namespace AuditServer.Storage.SqlServer;

/// <summary>A statement: its SQL file, and the parameters that it takes.</summary>
/// <param name="file">Name of the file without its ending.</param>
/// <param name="parameters">In the order in which <see cref="With"/> takes their values.</param>
internal sealed class Statement(string file, params StatementParameter[] parameters)
{
    /// <summary>Name of the SQL file without its ending.</summary>
    public string File => file;

    /// <summary>The parameters.</summary>
    public IReadOnlyList<StatementParameter> Parameters => parameters;

    /// <summary>The statement with values, in the order of its parameters.</summary>
    /// <exception cref="ArgumentException">There are more or fewer values than parameters.</exception>
    public BoundStatement With(params object?[] values) => values.Length == parameters.Length
        ? new BoundStatement(this, values)
        : throw new ArgumentException($"{file} takes {parameters.Length} values, not {values.Length}.", nameof(values));
}
