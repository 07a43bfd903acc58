using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AuditCli.Input;
using AuditCore.Reference;

namespace AuditCli.Import.Maps;

/// <summary>Reads a map and names everything that is wrong with it at once.</summary>
internal sealed class MapReader
{
    private readonly List<string> problems = [];
    private readonly MapColumns columns = new();
    private readonly ValueReader values;
    private readonly TimeReader times;

    private MapReader()
    {
        values = new ValueReader(columns);
        times = new TimeReader(columns);
    }

    /// <summary>Reads a map.</summary>
    /// <param name="json">Its text; comments are allowed.</param>
    /// <param name="name">How to call it in problems.</param>
    /// <exception cref="InputException">The map is wrong; every problem is named with its place.</exception>
    public static ImportMap Read(string json, string name)
    {
        MapReader reader = new();
        ImportMap? map = null;
        try
        {
            using JsonDocument document = JsonDocument.Parse(
                json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowDuplicateProperties = false });
            map = reader.ReadMap(document.RootElement, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json))));
        }
        catch (JsonException malformed)
        {
            reader.problems.Add($"is not JSON as maps are written: {malformed.Message}");
        }

        InputException.ThrowIfAny([.. reader.problems.Select(problem => $"map {name}: {problem}")]);
        return map!;
    }

    private ImportMap? ReadMap(JsonElement root, string digest)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            problems.Add("must be an object");
            return null;
        }

        MapObject map = new(root, "", problems);
        _ = map.Text("about", needed: false);
        ForceMap? force = ReadForce(map);
        string system = map.Text("sourceSystem", needed: true) ?? "";
        IdentityMap? identity = ReadIdentity(map, system);
        List<UpdateMap> updates = [.. ReadUpdates(map, system, identity)];
        map.RefuseOthers();
        return new ImportMap(digest, system, updates, columns) { Force = force };
    }

    private ForceMap? ReadForce(MapObject map)
    {
        switch (map.Take("force"))
        {
            case null:
                return null;
            case { ValueKind: JsonValueKind.String } text:
                if (Forces.Find(text.GetString()!) is { } force)
                {
                    return new ForceMap(force.Slug);
                }

                map.Problem("force", $"'{text.GetString()}' is not a force; a slug looks like thames-valley");
                return null;
            default:
                ValueMap? column = values.Read(map, "force", splits: false);
                return column is null ? null : new ForceMap(column);
        }
    }

    private IdentityMap? ReadIdentity(MapObject map, string system)
    {
        const string RowHash = "row-hash";
        switch (map.Take("identity"))
        {
            case null:
                return null;
            case { ValueKind: JsonValueKind.String } text when text.GetString() == RowHash:
                return new IdentityMap(system, []);
            case { ValueKind: JsonValueKind.Object } value:
                MapObject identity = map.Below("identity", value)!;
                string from = identity.Text("sourceSystem", needed: false) ?? system;
                IReadOnlyList<string> names = identity.Texts("columns") ?? [];
                identity.RefuseOthers();
                return new IdentityMap(from, [.. names.Select(name => (columns.Slot(name, optional: false), name))]);
            default:
                map.Problem("identity", $"must be \"{RowHash}\" or an object with columns");
                return null;
        }
    }

    private IEnumerable<UpdateMap> ReadUpdates(MapObject map, string system, IdentityMap? identity)
    {
        if (map.Take("updates") is not { ValueKind: JsonValueKind.Array } array || array.GetArrayLength() == 0)
        {
            map.Problem("updates", "must be an array of objects, at least one");
            yield break;
        }

        foreach ((int index, JsonElement element) in array.EnumerateArray().Index())
        {
            if (map.Below($"updates[{index}]", element) is { } update && ReadUpdate(update, system, identity) is { } read)
            {
                yield return read;
            }
        }
    }

    private UpdateMap? ReadUpdate(MapObject update, string system, IdentityMap? usual)
    {
        string? name = update.Choice("change", needed: true, [.. ChangeKinds.All.Select(kind => kind.Name)]);
        IdentityMap? identity = ReadIdentity(update, system) ?? usual;
        if (update.Take("identity") is null && usual is null)
        {
            update.Problem("identity", "is missing, here and for the whole map");
        }

        IReadOnlyList<Condition> conditions = new ConditionReader(columns).Read(update);
        TimeMap? at = times.Read(update, "at", mayBeBlank: false);
        ChangeKind? kind = ChangeKinds.All.FirstOrDefault(known => known.Name == name);
        if (kind is null)
        {
            // Without the kind nobody can say which other keys are right.
            return null;
        }

        List<(ChangeField, ValueMap)> fields = [.. values.ReadAll(update, kind)];
        List<(Action<CrimeAudit.V1.IncidentUpdate, CrimeAudit.V1.EventTime>, TimeMap)> more = [.. times.ReadAll(update, kind)];
        update.RefuseOthers();
        return identity is null || at is null
            ? null
            : new UpdateMap(kind, identity, at) { Conditions = conditions, Fields = fields, Times = more };
    }
}
