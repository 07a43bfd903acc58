namespace Acceptance.Tests.OtherLanguages;

/// <summary>How a script of a language is run here, with what is generated from the protos or installed for it.</summary>
/// <param name="Program">What runs scripts.</param>
/// <param name="Environment">Where the script finds its modules.</param>
/// <param name="Missing">Why scripts cannot run here; null when they can.</param>
internal sealed record Toolchain(string Program, IReadOnlyDictionary<string, string> Environment, string? Missing = null)
{
    public static Toolchain Without(string reason) => new("", new Dictionary<string, string>(), reason);
}
