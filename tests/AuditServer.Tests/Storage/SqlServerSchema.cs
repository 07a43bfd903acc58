using AuditServer.Storage;
using AuditServer.Storage.Migrations;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace AuditServer.Tests.Storage;

/// <summary>
/// The schema that the migrations amount to: what a model compiler takes is declarations, so what a later script alters is
/// folded into the declaration that it alters.
/// </summary>
internal sealed class SqlServerSchema
{
    private readonly Dictionary<string, CreateTableStatement> tables = new(StringComparer.Ordinal);
    private readonly List<TSqlStatement> others = [];
    private readonly List<TSqlStatement> data = [];

    public SqlServerSchema(IEnumerable<string> scripts)
    {
        foreach (TSqlStatement statement in scripts.SelectMany(TransactSql.Statements))
        {
            Take(statement);
        }
    }

    /// <summary>The schema of the shipped migrations.</summary>
    public static SqlServerSchema Shipped { get; } = new(Scripts());

    /// <summary>Every object as one declaration.</summary>
    public IEnumerable<string> Declarations => tables.Values.Concat(others).Select(TransactSql.Text);

    /// <summary>Statements of the migrations that move data.</summary>
    public IEnumerable<string> DataStatements => data.Select(TransactSql.Text);

    /// <summary>Every column of every table, with the table's name: <c>crimeaudit.entries.digest</c>.</summary>
    public IEnumerable<string> Columns =>
        tables.SelectMany(t => t.Value.Definition.ColumnDefinitions.Select(c => $"{t.Key}.{c.ColumnIdentifier.Value}"));

    /// <summary>Table types with their columns.</summary>
    public IReadOnlyDictionary<string, IList<ColumnDefinition>> TableTypes => others.OfType<CreateTypeTableStatement>()
        .ToDictionary(t => TransactSql.Name(t.Name), t => t.Definition.ColumnDefinitions, StringComparer.Ordinal);

    /// <summary>Names of everything that a script of an administrator can speak of.</summary>
    public IReadOnlySet<string> Names => new HashSet<string>(
        [.. tables.Keys, .. TableTypes.Keys, .. tables.Values.SelectMany(ConstraintNames), .. IndexNames()], StringComparer.Ordinal);

    private static IEnumerable<string> Scripts()
    {
        var scripts = new MigrationScripts(StorageOptions.SqlServer);
        return scripts.Names.Select(scripts.Text).Prepend("CREATE SCHEMA crimeaudit;");
    }

    private void Take(TSqlStatement statement)
    {
        switch (statement)
        {
            case CreateTableStatement create:
                tables.Add(TransactSql.Name(create.SchemaObjectName), create);
                break;
            case AlterTableAddTableElementStatement add:
                TableDefinition table = tables[TransactSql.Name(add.SchemaObjectName)].Definition;
                add.Definition.ColumnDefinitions.ToList().ForEach(table.ColumnDefinitions.Add);
                add.Definition.TableConstraints.ToList().ForEach(table.TableConstraints.Add);
                break;
            case DropIndexStatement drop:
                drop.DropIndexClauses.OfType<DropIndexClause>().ToList().ForEach(Forget);
                break;
            case DropTypeStatement drop:
                Forget<CreateTypeTableStatement>(t => TransactSql.Name(t.Name) == TransactSql.Name(drop.Name));
                break;
            case InsertStatement or UpdateStatement or DeleteStatement:
                data.Add(statement);
                break;
            case CreateSchemaStatement or CreateIndexStatement or CreateTriggerStatement or CreateTypeTableStatement:
                others.Add(statement);
                break;
            default:
                throw new NotSupportedException($"The gate does not know how to fold {statement.GetType().Name} into the schema: teach it.");
        }
    }

    private void Forget(DropIndexClause drop) =>
        Forget<CreateIndexStatement>(i => i.Name.Value == drop.Index.Value && TransactSql.Name(i.OnName) == TransactSql.Name(drop.Object));

    private void Forget<T>(Func<T, bool> isIt)
        where T : TSqlStatement
    {
        if (others.RemoveAll(o => o is T statement && isIt(statement)) != 1)
        {
            throw new NotSupportedException($"A migration drops what no earlier one made: {typeof(T).Name}.");
        }
    }

    private static IEnumerable<string> ConstraintNames(CreateTableStatement table) => table.Definition.TableConstraints
        .Concat(table.Definition.ColumnDefinitions.SelectMany(c => c.Constraints))
        .Where(c => c.ConstraintIdentifier is not null)
        .Select(c => c.ConstraintIdentifier.Value);

    private IEnumerable<string> IndexNames() => others.OfType<CreateIndexStatement>().Select(i => i.Name.Value);
}
