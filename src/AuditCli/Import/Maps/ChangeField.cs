using CrimeAudit.V1;
using Google.Protobuf.Reflection;

namespace AuditCli.Import.Maps;

/// <summary>A field of a change that is set from a text.</summary>
/// <param name="Name">Its key in a map.</param>
/// <param name="Set">Sets it, or says why the text will not do. An empty text never comes here.</param>
internal sealed record ChangeField(string Name, Func<IncidentUpdate, string, string?> Set)
{
    /// <summary>A map must give it.</summary>
    public bool IsNeeded { get; init; }

    /// <summary>It takes several texts.</summary>
    public bool IsList { get; init; }

    public static ChangeField Text(string name, Action<IncidentUpdate, string> set, bool needed = false) =>
        new(name, Accepting(set)) { IsNeeded = needed };

    public static ChangeField List(string name, Action<IncidentUpdate, string> add, bool needed = false) =>
        new(name, Accepting(add)) { IsNeeded = needed, IsList = true };

    public static ChangeField Flag(string name, Action<IncidentUpdate, bool> set) => new(name, (update, text) =>
    {
        if (!bool.TryParse(text, out bool value))
        {
            return $"'{text}' is not true or false";
        }

        set(update, value);
        return null;
    });

    /// <summary>A value of an enum of the contract, written as there without its prefix: <c>c3-duplicate</c>.</summary>
    public static ChangeField Choice(string name, string enumName, Action<IncidentUpdate, int> set, bool needed = false)
    {
        EnumDescriptor values = IncidentsReflection.Descriptor.FindTypeByName<EnumDescriptor>(enumName);
        int prefix = values.FindValueByNumber(0).Name.Length - "UNSPECIFIED".Length;
        Dictionary<string, int> numbers = values.Values.Where(value => value.Number != 0).ToDictionary(
            value => value.Name[prefix..].ToLowerInvariant().Replace('_', '-'), value => value.Number, StringComparer.Ordinal);
        return new ChangeField(name, (update, text) =>
        {
            if (!numbers.TryGetValue(text, out int number))
            {
                return $"'{text}' is none of {string.Join(", ", numbers.Keys)}";
            }

            set(update, number);
            return null;
        })
        {
            IsNeeded = needed,
        };
    }

    private static Func<IncidentUpdate, string, string?> Accepting(Action<IncidentUpdate, string> set) => (update, text) =>
    {
        set(update, text);
        return null;
    };
}
