using System.Globalization;
using System.Net;
using System.Text;

namespace AuditCli.Audits.Report;

/// <summary>A piece of a page. What is put into it is escaped, unless it is a piece itself; numbers are written as every browser reads them.</summary>
internal sealed class Html
{
    private readonly StringBuilder text = new();

    /// <summary>Adds markup; the values in it are escaped.</summary>
    public Html Add(FormattableString markup)
    {
        object[] values = [.. markup.GetArguments().Select(Escaped)];
        text.Append(string.Format(CultureInfo.InvariantCulture, markup.Format, values));
        return this;
    }

    /// <summary>Adds text as it stands, such as a style sheet of this program's.</summary>
    public Html Raw(string markup)
    {
        text.Append(markup);
        return this;
    }

    /// <summary>Adds a piece for each of some values.</summary>
    public Html AddEach<T>(IEnumerable<T> values, Func<T, FormattableString> markup)
    {
        foreach (T value in values)
        {
            Add(markup(value));
        }

        return this;
    }

    public override string ToString() => text.ToString();

    private static object Escaped(object? value) => value switch
    {
        Html piece => piece.ToString(),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        string text => WebUtility.HtmlEncode(text),
        _ => "",
    };
}
