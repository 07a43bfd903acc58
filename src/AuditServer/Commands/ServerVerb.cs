using System.CommandLine;

namespace AuditServer.Commands;

/// <summary>A verb of the server program. It takes configuration as the server does, and its help teaches.</summary>
/// <param name="name">The verb.</param>
/// <param name="description">What it does, one line.</param>
/// <param name="teaching">What stands under the options.</param>
internal abstract class ServerVerb(string name, string description, string teaching) : Command(name, description)
{
    public string Teaching => teaching;

    /// <summary>Configuration that stood on the command line, as the server would take it.</summary>
    public IReadOnlyList<string> Configuration { get; set; } = [];
}
