using Google.Protobuf;

namespace AuditCli.Audits.Steps;

/// <summary>Reads messages of the contract from JSON files.</summary>
internal static class ContractJson
{
    /// <summary>Reads a message and hands it on.</summary>
    /// <returns>What is wrong with the text; null when nothing is.</returns>
    public static string? Read<T>(string text, Action<T> use)
        where T : IMessage, new()
    {
        try
        {
            use(JsonParser.Default.Parse<T>(text));
            return null;
        }
        catch (Exception wrong) when (wrong is InvalidProtocolBufferException or InvalidJsonException)
        {
            return $"no {new T().Descriptor.Name} in the contract's JSON. {wrong.Message}";
        }
    }
}
