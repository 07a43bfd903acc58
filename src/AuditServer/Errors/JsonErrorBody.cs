using System.Text;
using Google.Protobuf;
using Code = Google.Rpc.Code;
using Status = Google.Rpc.Status;

namespace AuditServer.Errors;

/// <summary>
/// The body of an answer over JSON. What is answered well is passed on as it is written. An error is held back until it is
/// whole: what transcoding itself cannot read (a path's number, a duration past its range) it refuses without details.
/// </summary>
/// <param name="response">The answer.</param>
/// <param name="inner">Where it goes.</param>
internal sealed class JsonErrorBody(HttpResponse response, Stream inner) : Stream
{
    private const string Field = "request";

    private static readonly JsonParser Parser = new(JsonParser.Settings.Default.WithTypeRegistry(DetailTypes.Registry));

    private readonly MemoryStream held = new();

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    private bool IsError => !response.HasStarted && response.StatusCode >= StatusCodes.Status400BadRequest;

    /// <summary>Sends an error that was held back: as it is where it says why, otherwise as INVALID_FIELDS.</summary>
    public Task EndAsync()
    {
        ReadOnlyMemory<byte> body = held.GetBuffer().AsMemory(0, (int)held.Length);
        return held.Length == 0 ? Task.CompletedTask
            : Unexplained(body.Span) is { } why ? FaultJson.WriteAsync(response, Faults.InvalidFields([new Violation(Field, why)]))
            : inner.WriteAsync(body).AsTask();
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (IsError)
        {
            held.Write(buffer.Span);
        }
        else
        {
            await inner.WriteAsync(buffer, cancellationToken);
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task FlushAsync(CancellationToken cancellationToken) => IsError ? Task.CompletedTask : inner.FlushAsync(cancellationToken);

    public override void Flush() => throw new NotSupportedException();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        held.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>What an error says that has no reason of the contract and blames the request; null: it is none of these.</summary>
    private static string? Unexplained(ReadOnlySpan<byte> body)
    {
        try
        {
            Status status = Parser.Parse<Status>(Encoding.UTF8.GetString(body));
            return status.Details.Count == 0 && status.Code == (int)Code.InvalidArgument ? status.Message : null;
        }
        catch (Exception other) when (other is InvalidProtocolBufferException or InvalidJsonException)
        {
            // Not written by transcoding.
            return null;
        }
    }
}
