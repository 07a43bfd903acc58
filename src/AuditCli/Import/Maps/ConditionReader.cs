using System.Text.Json;

namespace AuditCli.Import.Maps;

/// <summary>Reads <c>when</c>: a column's title, and a text, texts, <c>{"not": …}</c> or <c>{"blank": true}</c>.</summary>
internal sealed class ConditionReader(MapColumns columns)
{
    public IReadOnlyList<Condition> Read(MapObject update)
    {
        if (update.Take("when") is not { } element || update.Below("when", element) is not { } when)
        {
            return [];
        }

        List<Condition> conditions = [];
        foreach (JsonProperty column in when.Properties)
        {
            (IReadOnlyCollection<string> Words, bool IsAmong)? read = Read(column.Value);
            if (read is { } known)
            {
                conditions.Add(new Condition(columns.Slot(column.Name, optional: false), known.Words, known.IsAmong));
            }
            else
            {
                when.Problem(column.Name, "must be a text, an array of texts, {\"not\": text or texts} or {\"blank\": true or false}");
            }
        }

        return conditions;
    }

    private static (IReadOnlyCollection<string> Words, bool IsAmong)? Read(JsonElement value)
    {
        if (Words(value) is { } words)
        {
            return (words, true);
        }

        if (value.ValueKind != JsonValueKind.Object || value.EnumerateObject().Count() != 1)
        {
            return null;
        }

        JsonProperty only = value.EnumerateObject().First();
        return only switch
        {
            { Name: "not" } when Words(only.Value) is { } others => (others, false),
            { Name: "blank", Value.ValueKind: JsonValueKind.True or JsonValueKind.False } => ([""], only.Value.GetBoolean()),
            _ => null,
        };
    }

    private static HashSet<string>? Words(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Array when value.GetArrayLength() > 0 && value.EnumerateArray().All(word => word.ValueKind == JsonValueKind.String) =>
            value.EnumerateArray().Select(word => word.GetString()!).ToHashSet(StringComparer.Ordinal),
        _ => null,
    };
}
