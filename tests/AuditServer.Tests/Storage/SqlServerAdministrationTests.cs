using AuditServer.Storage;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace AuditServer.Tests.Storage;

/// <summary>The scripts that an administrator runs by hand speak of what there is.</summary>
public sealed class SqlServerAdministrationTests
{
    private static readonly AdministrationScripts Administration = new(StorageOptions.SqlServer);

    public static TheoryData<string> Scripts => [.. Administration.Names];

    [Theory]
    [MemberData(nameof(Scripts))]
    public void A_script_parses_and_names_only_what_the_schema_has(string script)
    {
        var named = new Named();
        foreach (TSqlStatement statement in TransactSql.Statements(Administration.Text(script)))
        {
            statement.Accept(named);
        }

        Assert.Empty(named.Names.Except(SqlServerSchema.Shipped.Names).Except(["crimeaudit.schema_versions"]));
    }

    [Fact]
    public void The_service_may_use_every_table_and_table_type_and_change_no_entry()
    {
        TSqlStatement[] statements = [.. TransactSql.Statements(Administration.Text("least-privilege.sql"))];
        string[] granted = [.. statements.OfType<GrantStatement>().Select(g => TargetOf(g.SecurityTargetObject))];
        Assert.Equal(
            SqlServerSchema.Shipped.Names.Where(n => n.StartsWith("crimeaudit.", StringComparison.Ordinal)).Append("crimeaudit.schema_versions")
                .Order(StringComparer.Ordinal),
            granted.Order(StringComparer.Ordinal));
        Assert.Equal(
            [
                "crimeaudit.access_digests DELETE", "crimeaudit.access_digests UPDATE",
                "crimeaudit.access_log DELETE", "crimeaudit.access_log UPDATE", "crimeaudit.checkpoints DELETE", "crimeaudit.checkpoints UPDATE", "crimeaudit.entries DELETE", "crimeaudit.entries UPDATE",
                "crimeaudit.entry_payloads UPDATE",
            ],
            statements.OfType<DenyStatement>().SelectMany(d => Rights(d).Select(r => $"{TargetOf(d.SecurityTargetObject)} {r}")).Order(StringComparer.Ordinal));
        Assert.Contains("TYPE", Administration.Text("least-privilege.sql"), StringComparison.Ordinal);
        Assert.DoesNotContain(statements.OfType<GrantStatement>().SelectMany(Rights), r => r is "ALTER" or "CONTROL" or "REFERENCES");
    }

    [Fact]
    public void What_the_service_may_write_is_what_its_statements_write()
    {
        var written = new Writes();
        foreach (string sql in new SqlText("SqlServer") is { } all ? all.Names.Select(n => all[n]) : [])
        {
            foreach (TSqlStatement statement in TransactSql.Statements(sql))
            {
                statement.Accept(written);
            }
        }

        string[] granted =
        [
            .. TransactSql.Statements(Administration.Text("least-privilege.sql")).OfType<GrantStatement>()
                .SelectMany(g => Rights(g).Where(r => r is "INSERT" or "UPDATE" or "DELETE").Select(r => $"{TargetOf(g.SecurityTargetObject)} {r}")),
        ];
        Assert.Equal(written.Rights.Order(StringComparer.Ordinal), granted.Order(StringComparer.Ordinal));
    }

    private static string TargetOf(SecurityTargetObject target) => string.Join('.', target.ObjectName.MultiPartIdentifier.Identifiers.Select(i => i.Value));

    private static IEnumerable<string> Rights(SecurityStatement statement) =>
        statement.Permissions.Select(p => string.Join(' ', p.Identifiers.Select(i => i.Value.ToUpperInvariant())));

    private sealed class Named : TSqlFragmentVisitor
    {
        public HashSet<string> Names { get; } = new(StringComparer.Ordinal);

        public override void Visit(SchemaObjectName node)
        {
            if (node.SchemaIdentifier?.Value == "crimeaudit")
            {
                Names.Add(TransactSql.Name(node));
            }
        }

        public override void Visit(SecurityTargetObject node) => Names.Add(TargetOf(node));

        public override void Visit(AlterIndexStatement node) => Names.Add(node.Name.Value);
    }

    private sealed class Writes : TSqlFragmentVisitor
    {
        private Dictionary<string, string> aliases = new(StringComparer.Ordinal);

        public HashSet<string> Rights { get; } = new(StringComparer.Ordinal);

        public override void Visit(InsertSpecification node) => Add(node.Target, "INSERT", null);

        public override void Visit(UpdateSpecification node) => Add(node.Target, "UPDATE", node.FromClause);

        public override void Visit(DeleteSpecification node) => Add(node.Target, "DELETE", node.FromClause);

        private void Add(TableReference target, string right, FromClause? from)
        {
            var tables = new Tables();
            from?.Accept(tables);
            aliases = tables.ByAlias;
            string name = TransactSql.Name(((NamedTableReference)target).SchemaObject);
            Rights.Add($"{aliases.GetValueOrDefault(name, name)} {right}");
        }
    }

    private sealed class Tables : TSqlFragmentVisitor
    {
        public Dictionary<string, string> ByAlias { get; } = new(StringComparer.Ordinal);

        public override void Visit(NamedTableReference node)
        {
            if (node.Alias is { } alias)
            {
                ByAlias[alias.Value] = TransactSql.Name(node.SchemaObject);
            }
        }
    }
}
