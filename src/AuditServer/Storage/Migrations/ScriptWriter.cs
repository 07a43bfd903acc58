using System.Text;

namespace AuditServer.Storage.Migrations;

/// <summary>Puts scripts together to one that is read from top to bottom.</summary>
internal sealed class ScriptWriter
{
    private const int Width = 120;

    private static readonly string Rule = "-- " + new string('-', Width - 3);

    private readonly StringBuilder text = new();

    /// <summary>Adds comment lines.</summary>
    public ScriptWriter Comment(string lines)
    {
        foreach (string line in lines.ReplaceLineEndings("\n").Split('\n'))
        {
            Line(line.Length == 0 ? "--" : $"-- {line}");
        }

        return this;
    }

    /// <summary>Adds a heading that stands out.</summary>
    public ScriptWriter Heading(string lines)
    {
        Line("").Line(Rule).Comment(lines).Line(Rule);
        return this;
    }

    /// <summary>Adds a script.</summary>
    public ScriptWriter Script(string sql) => Line(sql.ReplaceLineEndings("\n").TrimEnd('\n'));

    public override string ToString() => text.ToString();

    private ScriptWriter Line(string line)
    {
        // Line feeds alone: the same program prints the same bytes everywhere.
        text.Append(line).Append('\n');
        return this;
    }
}
