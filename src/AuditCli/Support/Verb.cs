using System.CommandLine;

namespace AuditCli.Support;

/// <summary>A command whose help teaches: under the options stand examples, units and whatever else one must know.</summary>
/// <param name="name">The verb.</param>
/// <param name="description">What it does, one line.</param>
/// <param name="teaching">What stands under the options; null: nothing.</param>
internal class Verb(string name, string description, string? teaching = null) : Command(name, description)
{
    public string? Teaching { get; } = teaching;
}
