using System.Text;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Acceptance.Tests.Hostile;

/// <summary>Writes what a message says as protobuf's bytes, whether or not it is a message that the library would make.</summary>
internal static class WireForm
{
    public static byte[] Of(HostileMessage message)
    {
        using var bytes = new MemoryStream();
        using var output = new CodedOutputStream(bytes, leaveOpen: true);
        foreach ((FieldDescriptor field, object value) in message.Fields)
        {
            Write(output, field, value);
        }

        output.Flush();
        return bytes.ToArray();
    }

    private static void Write(CodedOutputStream output, FieldDescriptor field, object value)
    {
        switch (value)
        {
            case HostileMessage inner:
                WriteBytes(output, field.FieldNumber, Of(inner));
                break;
            case byte[] bytes:
                WriteBytes(output, field.FieldNumber, bytes);
                break;
            case string text:
                WriteBytes(output, field.FieldNumber, Encoding.UTF8.GetBytes(text));
                break;
            case double number:
                output.WriteTag(field.FieldNumber, WireFormat.WireType.Fixed64);
                output.WriteDouble(number);
                break;
            default:
                output.WriteTag(field.FieldNumber, WireFormat.WireType.Varint);
                output.WriteInt64(value is bool flag ? (flag ? 1 : 0) : (long)value);
                break;
        }
    }

    private static void WriteBytes(CodedOutputStream output, int number, byte[] bytes)
    {
        output.WriteTag(number, WireFormat.WireType.LengthDelimited);
        output.WriteBytes(ByteString.CopyFrom(bytes));
    }
}
