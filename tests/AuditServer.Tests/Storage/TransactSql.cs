using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace AuditServer.Tests.Storage;

/// <summary>Transact-SQL of SQL Server 2019, read by its own parser.</summary>
internal static class TransactSql
{
    /// <summary>The statements of a script.</summary>
    /// <exception cref="FormatException">It does not parse.</exception>
    public static IEnumerable<TSqlStatement> Statements(string script)
    {
        TSqlFragment fragment = new TSql150Parser(initialQuotedIdentifiers: true).Parse(new StringReader(script), out IList<ParseError> errors);
        return errors.Count == 0
            ? ((TSqlScript)fragment).Batches.SelectMany(b => b.Statements)
            : throw new FormatException(string.Join("; ", errors.Select(e => $"line {e.Line}: {e.Message}")));
    }

    public static string Text(TSqlFragment fragment)
    {
        new Sql150ScriptGenerator().GenerateScript(fragment, out string text);
        return text;
    }

    /// <summary>A name with its schema: <c>crimeaudit.entries</c>.</summary>
    public static string Name(SchemaObjectName name) => string.Join('.', name.Identifiers.Select(i => i.Value));

    /// <summary>Parameters that a statement uses: its variables, without those that it declares itself.</summary>
    public static IReadOnlySet<string> Parameters(string script)
    {
        var variables = new Variables();
        foreach (TSqlStatement statement in Statements(script))
        {
            statement.Accept(variables);
        }

        variables.Used.ExceptWith(variables.Declared);
        return variables.Used;
    }

    private sealed class Variables : TSqlFragmentVisitor
    {
        public HashSet<string> Used { get; } = new(StringComparer.OrdinalIgnoreCase);

        public HashSet<string> Declared { get; } = new(StringComparer.OrdinalIgnoreCase);

        public override void Visit(VariableReference node) => Used.Add(node.Name[1..]);

        // The left side of EXEC p @name = value names a parameter of that procedure.
        public override void Visit(ExecuteParameter node)
        {
            if (node.Variable is { } named)
            {
                Declared.Add(named.Name[1..]);
            }
        }

        public override void Visit(DeclareVariableElement node) => Declared.Add(node.VariableName.Value[1..]);
    }
}
