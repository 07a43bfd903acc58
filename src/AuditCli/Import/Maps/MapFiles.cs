using System.Reflection;
using AuditCli.Input;

namespace AuditCli.Import.Maps;

/// <summary>Finds maps: those that come with the program by name, all others by path.</summary>
internal static class MapFiles
{
    private const string Prefix = "AuditCli.Maps.";

    private static readonly Assembly Here = typeof(MapFiles).Assembly;

    /// <summary>Names of the maps that come with the program.</summary>
    public static IReadOnlyList<string> Names =>
    [
        .. Here.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Reads a map.</summary>
    /// <param name="nameOrPath">A name of <see cref="Names"/>, or the path of a file.</param>
    /// <exception cref="InputException">There is no such map, or it is wrong.</exception>
    public static ImportMap Read(string nameOrPath)
    {
        using Stream? named = Here.GetManifestResourceStream(Prefix + nameOrPath);
        if (named is not null)
        {
            using StreamReader text = new(named);
            return MapReader.Read(text.ReadToEnd(), nameOrPath);
        }

        return File.Exists(nameOrPath)
            ? MapReader.Read(File.ReadAllText(nameOrPath), nameOrPath)
            : throw new InputException([$"--map: '{nameOrPath}' is neither a file nor one of {string.Join(", ", Names)}"]);
    }
}
