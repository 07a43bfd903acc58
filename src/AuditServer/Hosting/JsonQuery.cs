using System.Globalization;
using System.Text.Json;
using AuditServer.Errors;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Microsoft.Extensions.Primitives;

namespace AuditServer.Hosting;

/// <summary>Checks that the parameters of a query string are fields of the request, with values of their types.</summary>
internal static class JsonQuery
{
    public static void Check(IQueryCollection query, MessageDescriptor request, bool hasBody, Violations wrong)
    {
        foreach ((string name, StringValues values) in query)
        {
            if (hasBody)
            {
                wrong.Add(name, "stands in the query; this call takes its fields from the body");
            }
            else if (Find(request, name) is { } field)
            {
                CheckValues(field, name, values, wrong);
            }
            else
            {
                wrong.Add(name, "is no field of this request");
            }
        }
    }

    private static void CheckValues(FieldDescriptor field, string name, StringValues values, Violations wrong)
    {
        if (values.Count > 1 && !field.IsRepeated)
        {
            wrong.Add(name, "is given more than once");
        }

        if (values.Any(value => !Fits(field, value ?? "")))
        {
            wrong.Add(name, $"is not a value of type {TypeName(field)}");
        }
    }

    private static FieldDescriptor? Find(MessageDescriptor message, string path)
    {
        FieldDescriptor? field = null;
        MessageDescriptor? inside = message;
        foreach (string part in path.Split('.'))
        {
            field = inside?.Fields.InDeclarationOrder().FirstOrDefault(candidate => candidate.Name == part || candidate.JsonName == part);
            inside = field is { FieldType: FieldType.Message, IsRepeated: false } ? field.MessageType : null;
        }

        return field;
    }

    private static bool Fits(FieldDescriptor field, string value) => field.FieldType switch
    {
        FieldType.Int32 or FieldType.SInt32 or FieldType.SFixed32 => int.TryParse(value, CultureInfo.InvariantCulture, out _),
        FieldType.Int64 or FieldType.SInt64 or FieldType.SFixed64 => long.TryParse(value, CultureInfo.InvariantCulture, out _),
        FieldType.UInt32 or FieldType.Fixed32 => uint.TryParse(value, CultureInfo.InvariantCulture, out _),
        FieldType.UInt64 or FieldType.Fixed64 => ulong.TryParse(value, CultureInfo.InvariantCulture, out _),
        FieldType.Double or FieldType.Float => double.TryParse(value, CultureInfo.InvariantCulture, out _),
        FieldType.Bool => bool.TryParse(value, out _),
        FieldType.Enum => field.EnumType.FindValueByName(value) is not null,
        FieldType.Message => IsTime(field.MessageType, value),
        FieldType.Group => false,
        _ => true,
    };

    /// <summary>Times and durations stand in a query as in a body; other messages have no form of one value.</summary>
    private static bool IsTime(MessageDescriptor type, string value)
    {
        if (type != Timestamp.Descriptor && type != Duration.Descriptor)
        {
            return false;
        }

        try
        {
            JsonParser.Default.Parse(JsonSerializer.Serialize(value), type);
            return true;
        }
        catch (InvalidProtocolBufferException)
        {
            return false;
        }
    }

    private static string TypeName(FieldDescriptor field) =>
        field.FieldType == FieldType.Enum ? field.EnumType.Name : field.FieldType.ToString().ToLowerInvariant();
}
