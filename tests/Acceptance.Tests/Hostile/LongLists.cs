using System.Globalization;
using Acceptance.Tests.Support;
using Google.Protobuf.Reflection;
using Tests.Shared;

namespace Acceptance.Tests.Hostile;

/// <summary>
/// For every list in every request, at whatever depth, requests in which it is as long as a small message can make it: once of
/// empty elements, and once of elements that all differ. What is done for each of them, or for each pair, is done very often.
/// </summary>
internal static class LongLists
{
    // Deeper, messages hold nothing that they do not hold above.
    private const int Deepest = 6;

    /// <summary>Every request.</summary>
    /// <param name="elements">How long each list is.</param>
    public static IEnumerable<(MethodDescriptor Rpc, string Path, HostileMessage Message)> Of(int elements) =>
        from rpc in ContractDescriptors.Rpcs
        from differ in new[] { false, true }
        from found in Lists(rpc.InputType, "", 0, differ)
        select (rpc, found.Path + (differ ? " of differing elements" : ""), found.Message(elements));

    private static IEnumerable<(string Path, Func<int, HostileMessage> Message)> Lists(MessageDescriptor type, string path, int depth, bool differ)
    {
        foreach (FieldDescriptor field in type.Fields.InDeclarationOrder())
        {
            string name = $"{path}{field.Name}";
            if (field.IsRepeated)
            {
                yield return (name, elements => new HostileMessage(type, [.. Enumerable.Range(0, elements).Select(i => (field, Element(field, differ ? i : 0)))]));
            }

            if (field.FieldType == FieldType.Message && depth < Deepest && field.MessageType.File.Package == type.File.Package)
            {
                foreach ((string inner, Func<int, HostileMessage> message) in Lists(field.MessageType, $"{name}.", depth + 1, differ))
                {
                    yield return (inner, elements => new HostileMessage(type, [(field, message(elements))]));
                }
            }
        }
    }

    private static object Element(FieldDescriptor field, int number) => field.FieldType switch
    {
        FieldType.Message => new HostileMessage(
            field.MessageType, number > 0 && field.MessageType.Fields.InDeclarationOrder().FirstOrDefault(f => f.FieldType == FieldType.String) is { } text
                ? [(text, Element(text, number))]
                : []),
        FieldType.String => number > 0 ? number.ToString("x", CultureInfo.InvariantCulture) : "",
        FieldType.Bytes => BitConverter.GetBytes(number),
        FieldType.Double or FieldType.Float => (double)number,
        _ => (long)number,
    };
}
