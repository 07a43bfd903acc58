using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Status = Google.Rpc.Status;

namespace Acceptance.Tests.Hostile;

/// <summary>A call made of bytes and headers that no gRPC library would send.</summary>
/// <param name="What">What is wrong with it.</param>
/// <param name="Rpc">What it calls.</param>
/// <param name="Body">All that it sends.</param>
/// <param name="Headers">Headers beside the usual ones, or in their place.</param>
internal sealed record FramedCall(string What, MethodDescriptor Rpc, byte[] Body, params IReadOnlyList<(string Name, string Value)> Headers)
{
    private const string StatusHeader = "grpc-status";
    private const string DetailsHeader = "grpc-status-details-bin";

    public override string ToString() => $"{What}, {Rpc.Name}";

    /// <summary>Makes the call, and says how it ended.</summary>
    public async Task<FramedEnd> EndAsync(HttpClient http, Uri address, string token, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, $"/{Rpc.Service.FullName}/{Rpc.Name}"))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(Body),
        };
        request.Headers.TryAddWithoutValidation("te", "trailers");
        request.Headers.TryAddWithoutValidation("authorization", $"Bearer {token}");
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
        foreach ((string name, string value) in Headers)
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using HttpResponseMessage response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
        await response.Content.CopyToAsync(Stream.Null, cancel);
        return End(response);
    }

    private static FramedEnd End(HttpResponseMessage response)
    {
        string? status = Value(response, StatusHeader);
        string? details = Value(response, DetailsHeader);
        return new FramedEnd(
            response.StatusCode,
            status is null ? null : (StatusCode)int.Parse(status, CultureInfo.InvariantCulture),
            details is null ? null : Status.Parser.ParseFrom(Convert.FromBase64String(details.PadRight((details.Length + 3) / 4 * 4, '='))));
    }

    private static string? Value(HttpResponseMessage response, string name) =>
        response.TrailingHeaders.TryGetValues(name, out IEnumerable<string>? trailing) ? trailing.Single()
        : response.Headers.TryGetValues(name, out IEnumerable<string>? leading) ? leading.Single()
        : null;
}
