using System.Text;
using AuditServer.Errors;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Microsoft.Net.Http.Headers;

namespace AuditServer.Hosting;

/// <summary>Checks that a JSON body is the message that the call takes, without a field that the contract does not have.</summary>
internal static class JsonBody
{
    private const string Field = "body";
    private const int BufferBytes = 16 * 1024;
    private const string LimitSetting = $"{HostingOptions.Section}:{nameof(HostingOptions.MaxMessageBytes)}";

    private static readonly JsonParser Strict = new(JsonParser.Settings.Default.WithIgnoreUnknownFields(false));
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads the body, at most <paramref name="limit"/> bytes of it, and leaves it readable for the call.</summary>
    /// <exception cref="Fault">OVER_LIMIT.</exception>
    public static async Task CheckAsync(HttpRequest request, MessageDescriptor message, int limit, Violations wrong)
    {
        if (!IsUtf8Json(request.ContentType))
        {
            wrong.Add(Field, "is not of content type application/json in UTF-8");
            return;
        }

        MemoryStream body = await ReadAsync(request, limit);
        request.HttpContext.Response.RegisterForDispose(body);
        request.Body = body;
        Parse(body, message, wrong);
        body.Position = 0;
    }

    private static bool IsUtf8Json(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out MediaTypeHeaderValue? type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    private static async Task<MemoryStream> ReadAsync(HttpRequest request, int limit)
    {
        var body = new MemoryStream();
        var buffer = new byte[BufferBytes];
        int got;
        do
        {
            got = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted);
            await body.WriteAsync(buffer.AsMemory(0, got));
        }
        while (got > 0 && body.Length <= limit);

        return body.Length <= limit ? body : throw Faults.OverLimit(Field, limit, LimitSetting);
    }

    private static void Parse(MemoryStream body, MessageDescriptor message, Violations wrong)
    {
        try
        {
            Strict.Parse(Utf8.GetString(body.GetBuffer(), 0, (int)body.Length), message);
        }
        catch (Exception malformed) when (malformed is InvalidProtocolBufferException or InvalidJsonException or DecoderFallbackException)
        {
            wrong.Add(Field, malformed.Message);
        }
    }
}
