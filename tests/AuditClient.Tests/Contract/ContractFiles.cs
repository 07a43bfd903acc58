using Google.Api;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Tests.Shared;

namespace AuditClient.Tests.Contract;

/// <summary>The files of the contract as they are compiled in.</summary>
internal static class ContractFiles
{
    private static readonly ExtensionRegistry Annotations = [AnnotationsExtensions.Http, ErrorsExtensions.Error];

    /// <summary>Descriptors that the caller may change, in the order of their names.</summary>
    public static IReadOnlyList<FileDescriptorProto> Read() =>
        [.. ContractDescriptors.Files.Select(Read).OrderBy(file => file.Name, StringComparer.Ordinal)];

    private static FileDescriptorProto Read(FileDescriptor file)
    {
        FileDescriptorProto read = FileDescriptorProto.Parser.WithExtensionRegistry(Annotations).ParseFrom(file.SerializedData);
        foreach ((DescriptorProto message, MessageDescriptor compiled) in read.MessageType.Zip(file.MessageTypes))
        {
            NameInJson(message, compiled);
        }

        return read;
    }

    /// <summary>A name in JSON that follows from the field's own is not stored.</summary>
    private static void NameInJson(DescriptorProto message, MessageDescriptor compiled)
    {
        foreach (FieldDescriptorProto field in message.Field)
        {
            field.JsonName = compiled.FindFieldByNumber(field.Number).JsonName;
        }

        foreach (DescriptorProto nested in message.NestedType)
        {
            NameInJson(nested, compiled.NestedTypes.Single(type => type.Name == nested.Name));
        }
    }
}
