using System.CommandLine;
using AuditCli.Input;

namespace AuditCli.Audits.Steps;

/// <summary>A field of a step that an option sets, once or as often as it is given.</summary>
/// <typeparam name="TRequest">The request.</typeparam>
internal sealed class StepField<TRequest>(
    string name, string help, string description, Func<TRequest, string, string?> set, bool required, bool isFile)
{
    public Option<string[]> Option { get; } = new(name)
    {
        Description = description,
        HelpName = help,
        Required = required,
        AllowMultipleArgumentsPerToken = false,
    };

    /// <summary>Sets the field; what is wrong with its value is a problem.</summary>
    public void Read(ParseResult result, TRequest request, Func<Stream> standardInput, List<string> problems)
    {
        foreach (string value in result.GetValue(Option) ?? [])
        {
            string text = isFile ? InputFile.ReadText(value, standardInput) : value;
            if (set(request, text) is { } problem)
            {
                problems.Add($"{name}{(isFile ? $" {value}" : "")}: {problem}");
            }
        }
    }
}
