using System.Text.Json;
using CrimeAudit.V1;

namespace AuditCli.Import.Maps;

/// <summary>Reads where the texts of fields come from.</summary>
internal sealed class ValueReader(MapColumns columns)
{
    /// <summary>The fields of a change; what a map must give and does not is a problem.</summary>
    public IEnumerable<(ChangeField Field, ValueMap Value)> ReadAll(MapObject update, ChangeKind kind)
    {
        foreach (ChangeField field in kind.Fields)
        {
            if (update.Take(field.Name) is null)
            {
                if (field.IsNeeded)
                {
                    update.Problem(field.Name, $"is missing; {kind.Name} needs it");
                }
            }
            else if (Read(update, field.Name, field.IsList) is { } value)
            {
                CheckConstant(update, kind, field, value);
                yield return (field, value);
            }
        }

        if (kind.HasOffence && (update.Take(ChangeKind.OffenceCode) is null) == (update.Take(ChangeKind.Category) is null))
        {
            update.Problem(ChangeKind.OffenceCode, $"or {ChangeKind.Category} must be given, one of them");
        }
    }

    /// <summary>A text, true or false, or an object with a column; null, and a problem, when it is anything else.</summary>
    public ValueMap? Read(MapObject parent, string key, bool splits)
    {
        switch (parent.Take(key))
        {
            case { ValueKind: JsonValueKind.String } text when !string.IsNullOrWhiteSpace(text.GetString()):
                return new ValueMap { Constant = text.GetString() };
            case { ValueKind: JsonValueKind.True or JsonValueKind.False } flag:
                return new ValueMap { Constant = flag.GetBoolean() ? "true" : "false" };
            case { ValueKind: JsonValueKind.Object } value:
                return ReadColumn(parent.Below(key, value)!, splits);
            default:
                parent.Problem(key, "must be a text, true or false, or an object with a column");
                return null;
        }
    }

    private ValueMap? ReadColumn(MapObject value, bool splits)
    {
        string? column = value.Text("column", needed: true);
        string? blank = value.Choice("ifBlank", needed: false, "reject", "empty", "identity");
        Dictionary<string, string>? meanings = ReadMeanings(value);
        string? split = splits ? value.Text("split", needed: false) : null;
        value.RefuseOthers();
        BlankRule rule = blank switch { "empty" => BlankRule.Empty, "identity" => BlankRule.Identity, _ => BlankRule.Reject };
        return column is null
            ? null
            : new ValueMap
            {
                Column = column,
                Slot = columns.Slot(column, optional: rule != BlankRule.Reject),
                IfBlank = rule,
                Values = meanings,
                Split = split,
            };
    }

    private static Dictionary<string, string>? ReadMeanings(MapObject value)
    {
        if (value.Take("values") is not { } element || value.Below("values", element) is not { } meanings)
        {
            return null;
        }

        Dictionary<string, string> read = new(StringComparer.Ordinal);
        foreach (JsonProperty word in meanings.Properties)
        {
            if (meanings.Text(word.Name, needed: true) is { } meant)
            {
                read[word.Name] = meant;
            }
        }

        return read;
    }

    /// <summary>A constant is the same in every row: whether it will do is known now.</summary>
    private static void CheckConstant(MapObject update, ChangeKind kind, ChangeField field, ValueMap value)
    {
        if (value.Constant is null)
        {
            return;
        }

        IncidentUpdate trial = new();
        kind.Begin(trial);
        if (field.Set(trial, value.Constant) is { } problem)
        {
            update.Problem(field.Name, problem);
        }
    }
}
