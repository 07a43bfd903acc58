using System.Collections;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Acceptance.Tests.Hostile;

/// <summary>
/// What a message says, before it has a form: fields with values in any order, some several times, some that do not belong
/// together. A value is a <see cref="string"/>, bytes, a <see cref="long"/> (enums too), a <see cref="double"/>, a
/// <see cref="bool"/> or another message. Bytes in a field of text are text that is no UTF-8.
/// </summary>
internal sealed record HostileMessage(MessageDescriptor Type, IReadOnlyList<(FieldDescriptor Field, object Value)> Fields)
{
    /// <summary>What a message of the contract says.</summary>
    public static HostileMessage Of(IMessage message) => new(
        message.Descriptor,
        [
            .. from field in message.Descriptor.Fields.InDeclarationOrder()
               let value = field.Accessor.GetValue(message)
               where field.IsRepeated || (field.HasPresence ? field.Accessor.HasValue(message) : !IsDefault(value))
               from one in value is IList many ? many.Cast<object>() : [value]
               select (field, Plain(one)),
        ]);

    private static bool IsDefault(object value) => Plain(value) is 0L or 0.0 or false or "" or byte[] { Length: 0 };

    private static object Plain(object value) => value switch
    {
        IMessage inner => Of(inner),
        ByteString bytes => bytes.ToByteArray(),
        int or uint or ulong or long or System.Enum => Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture),
        float number => (double)number,
        _ => value,
    };
}
