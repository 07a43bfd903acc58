using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace AuditCore.Tests.Redaction;

/// <summary>Messages of which every text field holds the path of that field, so that what is left of each can be seen.</summary>
internal static class FilledMessage
{
    /// <summary>One message for each case of the outermost choice, with all else filled.</summary>
    public static IEnumerable<T> EachOf<T>(string choice)
        where T : IMessage<T>, new()
    {
        MessageDescriptor type = new T().Descriptor;
        foreach (FieldDescriptor of in type.Oneofs.Single(o => o.Name == choice).Fields)
        {
            var message = new T();
            foreach (FieldDescriptor field in type.Fields.InDeclarationOrder().Where(f => f.ContainingOneof?.Name != choice || f == of))
            {
                Fill(message, field, "");
            }

            yield return message;
        }
    }

    /// <summary>The paths of text fields that hold what they were filled with.</summary>
    public static IEnumerable<string> TextsOf(IMessage message, string path = "")
    {
        foreach (FieldDescriptor field in message.Descriptor.Fields.InDeclarationOrder())
        {
            object value = field.Accessor.GetValue(message);
            foreach (object one in field.IsRepeated ? ((System.Collections.IEnumerable)value).Cast<object>() : [value])
            {
                foreach (string text in one switch
                {
                    IMessage inner => TextsOf(inner, $"{path}{field.Name}."),
                    string held when held == path + field.Name => [held],
                    _ => Array.Empty<string>(),
                })
                {
                    yield return text;
                }
            }
        }
    }

    private static void Fill(IMessage message, FieldDescriptor field, string path)
    {
        if (field.FieldType == FieldType.Message)
        {
            IMessage inner = field.MessageType.Parser.ParseFrom(ByteString.Empty);
            HashSet<OneofDescriptor> chosen = [];
            foreach (FieldDescriptor further in field.MessageType.Fields.InDeclarationOrder())
            {
                if (further.RealContainingOneof is not { } choice || chosen.Add(choice))
                {
                    Fill(inner, further, $"{path}{field.Name}.");
                }
            }

            Set(message, field, inner);
        }
        else if (field.FieldType == FieldType.String)
        {
            Set(message, field, path + field.Name);
        }
    }

    private static void Set(IMessage message, FieldDescriptor field, object value)
    {
        if (field.IsRepeated)
        {
            ((System.Collections.IList)field.Accessor.GetValue(message)).Add(value);
        }
        else
        {
            field.Accessor.SetValue(message, value);
        }
    }
}
