using Google.Api;
using Google.Protobuf.Reflection;

namespace AuditClient.Tests.Contract;

/// <summary>
/// A contract as facts, a line each: what it is about, and after <c> = </c> what others have compiled against. A change of the first is
/// something that went or came; a change of the second alone is a change of what was there.
/// </summary>
internal sealed class ContractFacts
{
    public const string Separator = " = ";

    private readonly List<(string Key, string Value)> facts = [];

    private ContractFacts()
    {
    }

    /// <summary>In the order of the files.</summary>
    public IReadOnlyList<(string Key, string Value)> InOrder => facts;

    public static ContractFacts Of(IEnumerable<FileDescriptorProto> files)
    {
        ContractFacts all = new();
        foreach (FileDescriptorProto file in files)
        {
            all.AddFile(file);
        }

        return all;
    }

    /// <summary>Facts of a text that <see cref="LineOf"/> made; lines that are empty or begin with # are none.</summary>
    public static IReadOnlyList<(string Key, string Value)> Parse(string text) =>
    [
        .. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith('#')).Select(line =>
        {
            string[] sides = line.Split(Separator, 2);
            return (sides[0], sides[1]);
        }),
    ];

    public static string LineOf((string Key, string Value) fact) => fact.Key + Separator + fact.Value;

    private void AddFile(FileDescriptorProto file)
    {
        Add($"file {file.Name}", $"package {file.Package}, namespace {file.Options.CsharpNamespace}");
        foreach (FieldDescriptorProto extension in file.Extension)
        {
            Add($"extension {extension.Extendee.TrimStart('.')} {extension.Number}", TextOf(extension, new DescriptorProto()));
        }

        foreach (DescriptorProto message in file.MessageType)
        {
            AddMessage(file, message, $"{file.Package}.{message.Name}");
        }

        foreach (EnumDescriptorProto value in file.EnumType)
        {
            AddEnum(file, value, $"{file.Package}.{value.Name}");
        }

        foreach (ServiceDescriptorProto service in file.Service)
        {
            AddService(file, service);
        }
    }

    private void AddMessage(FileDescriptorProto file, DescriptorProto message, string name)
    {
        Add($"message {name}", file.Name);
        foreach (FieldDescriptorProto field in message.Field.OrderBy(field => field.Number))
        {
            Add($"field {name} {field.Number}", TextOf(field, message));
        }

        AddReserved(name, message.ReservedRange.SelectMany(range => Enumerable.Range(range.Start, range.End - range.Start)), message.ReservedName);
        foreach (DescriptorProto nested in message.NestedType)
        {
            AddMessage(file, nested, $"{name}.{nested.Name}");
        }

        foreach (EnumDescriptorProto nested in message.EnumType)
        {
            AddEnum(file, nested, $"{name}.{nested.Name}");
        }
    }

    private void AddEnum(FileDescriptorProto file, EnumDescriptorProto type, string name)
    {
        Add($"enum {name}", file.Name);
        foreach (EnumValueDescriptorProto value in type.Value.OrderBy(value => value.Number))
        {
            // What a caller may rely on when a call fails.
            ErrorContract? error = value.Options?.GetExtension(ErrorsExtensions.Error);
            Add($"value {name} {value.Number}", error is null ? value.Name : $"{value.Name}, status {error.Code}, {error.Retry}");
        }

        AddReserved(name, type.ReservedRange.SelectMany(range => Enumerable.Range(range.Start, range.End - range.Start + 1)), type.ReservedName);
    }

    private void AddReserved(string name, IEnumerable<int> numbers, IEnumerable<string> names)
    {
        foreach (string reserved in numbers.Order().Select(number => $"{number}").Concat(names.Order(StringComparer.Ordinal)))
        {
            Add($"reserved {name} {reserved}", "never again");
        }
    }

    private void AddService(FileDescriptorProto file, ServiceDescriptorProto service)
    {
        string name = $"{file.Package}.{service.Name}";
        Add($"service {name}", file.Name);
        foreach (MethodDescriptorProto rpc in service.Method)
        {
            string request = (rpc.ClientStreaming ? "stream " : "") + rpc.InputType.TrimStart('.');
            string response = (rpc.ServerStreaming ? "stream " : "") + rpc.OutputType.TrimStart('.');
            Add($"rpc {name}.{rpc.Name}", $"{request} returns {response}{TextOf(rpc.Options?.GetExtension(AnnotationsExtensions.Http))}");
        }
    }

    private static string TextOf(FieldDescriptorProto field, DescriptorProto message)
    {
        string type = field.TypeName.Length > 0 ? field.TypeName.TrimStart('.') : field.Type.ToString().ToLowerInvariant();
        string label = field.Label == FieldDescriptorProto.Types.Label.Repeated ? "repeated " : field.Proto3Optional ? "optional " : "";
        string oneof = field.HasOneofIndex && !field.Proto3Optional ? $", oneof {message.OneofDecl[field.OneofIndex].Name}" : "";
        return $"{label}{type} {field.Name}, json {field.JsonName}{oneof}";
    }

    private static string TextOf(HttpRule? http) => http is null
        ? ""
        : $", {Verb(http)}{(http.Body.Length > 0 ? $" body {http.Body}" : "")}"
            + string.Concat(http.AdditionalBindings.Select(binding => TextOf(binding)));

    private static string Verb(HttpRule http) => http.PatternCase switch
    {
        HttpRule.PatternOneofCase.Get => $"GET {http.Get}",
        HttpRule.PatternOneofCase.Post => $"POST {http.Post}",
        HttpRule.PatternOneofCase.Put => $"PUT {http.Put}",
        HttpRule.PatternOneofCase.Patch => $"PATCH {http.Patch}",
        HttpRule.PatternOneofCase.Delete => $"DELETE {http.Delete}",
        _ => throw new NotSupportedException($"HTTP pattern {http.PatternCase} is none that the contract has."),
    };

    private void Add(string key, string value) => facts.Add((key, value));
}
