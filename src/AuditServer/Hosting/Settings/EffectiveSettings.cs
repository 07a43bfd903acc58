using System.Collections;
using System.Globalization;
using System.Reflection;

namespace AuditServer.Hosting.Settings;

/// <summary>All settings as a server would have them: those of its options, those that the framework reads, and those that nobody reads.</summary>
internal static class EffectiveSettings
{
    private const string Own = "CrimeAudit";

    // What the framework reads for us, and an administrator looks for here.
    private static readonly string[] Foreign = ["Authentication", "Kestrel", "Logging"];

    /// <summary>The classes of options by their sections.</summary>
    public static IReadOnlyDictionary<string, Type> Sections { get; } = typeof(EffectiveSettings).Assembly.GetTypes()
        .Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal) && SectionOf(type) is not null)
        .ToDictionary(type => SectionOf(type)!, StringComparer.Ordinal);

    /// <summary>Reads them, in the order of their names.</summary>
    public static IReadOnlyList<EffectiveSetting> Read(IConfigurationRoot configuration)
    {
        var known = new List<EffectiveSetting>();
        foreach ((string section, Type type) in Sections)
        {
            object defaults = Activator.CreateInstance(type)!;
            known.AddRange(PropertiesOf(type).SelectMany(p => Read(configuration, $"{section}:{p.Name}", p, defaults)));
        }

        known.AddRange(Foreign.SelectMany(section => Told(configuration, section)));
        string[] names = [.. known.Select(k => k.Name)];
        IEnumerable<EffectiveSetting> unread = Told(configuration, Own)
            .Where(told => !names.Contains(told.Name, StringComparer.OrdinalIgnoreCase))
            // A secret under a mistyped name is one still.
            .Select(told => told with { IsKnown = false, Value = SecretMask.Mask });
        return [.. known.Concat(unread).OrderBy(s => s.Name, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>Refuses names that are of no section. Those of a section that there is are refused where it is bound.</summary>
    /// <exception cref="StartRefusedException">There are some; the message names them.</exception>
    public static void RequireKnown(IConfigurationRoot configuration)
    {
        string[] unknown = [.. Read(configuration).Where(s => !s.IsKnown && !Sections.Keys.Any(section => IsUnder(section, s.Name))).Select(s => s.Name)];
        if (unknown.Length > 0)
        {
            throw new StartRefusedException(string.Join(Environment.NewLine, unknown.Select(TextOfUnknown)));
        }
    }

    /// <summary>Says that a name is mistyped, or of another version.</summary>
    public static string TextOfUnknown(string name) => $"{name}: the server has no such setting";

    private static bool IsUnder(string section, string name) => name.StartsWith($"{section}:", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<EffectiveSetting> Read(IConfigurationRoot configuration, string name, PropertyInfo property, object defaults)
    {
        EffectiveSetting[] told = [.. Told(configuration, name)];
        bool isSecret = property.GetCustomAttribute<SecretAttribute>() is not null;
        return told.Length == 0
            ? [new EffectiveSetting(name, Text(property.GetValue(defaults)), "default")]
            : told.Select(setting => isSecret ? setting with { Value = SecretMask.Of(property.Name, setting.Value) } : setting);
    }

    /// <summary>What the configuration says under a name.</summary>
    private static IEnumerable<EffectiveSetting> Told(IConfigurationRoot configuration, string name)
    {
        IConfigurationSection section = configuration.GetSection(name);
        if (section.Value is { } value)
        {
            yield return new EffectiveSetting(section.Path, SecretMask.OfForeign(section.Path, value), SettingSource.Of(configuration, section.Path));
        }

        foreach (EffectiveSetting further in section.GetChildren().SelectMany(child => Told(configuration, child.Path)))
        {
            yield return further;
        }
    }

    private static IEnumerable<PropertyInfo> PropertiesOf(Type type) => type.GetProperties().Where(p => p.CanWrite);

    private static string Text(object? value) => value switch
    {
        null or ICollection { Count: 0 } => "",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        string text => text,
        IEnumerable => "",
        _ => value.ToString() ?? "",
    };

    private static string? SectionOf(Type type) =>
        type.GetField("Section", BindingFlags.Public | BindingFlags.Static)?.GetRawConstantValue() as string;
}
