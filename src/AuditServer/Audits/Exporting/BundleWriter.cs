using System.Buffers;
using AuditCore.Evidence;
using CrimeAudit.V1;
using Google.Protobuf;
using Grpc.Core;

namespace AuditServer.Audits.Exporting;

/// <summary>Sends the lines of a bundle, several in a message; a slow reader holds one message and nothing else.</summary>
internal sealed class BundleWriter(IServerStreamWriter<ExportAuditResponse> responses, CancellationToken cancel)
{
    private const int EnoughBytes = 64 << 10;

    private readonly ArrayBufferWriter<byte> pending = new(EnoughBytes);
    private long lines;

    public async ValueTask WriteAsync(BundleLine line)
    {
        pending.Write(BundleText.Write(line));
        lines++;
        if (pending.WrittenCount >= EnoughBytes)
        {
            await SendAsync();
        }
    }

    /// <summary>Ends the bundle.</summary>
    public async ValueTask EndAsync()
    {
        await WriteAsync(new BundleEnd(lines));
        await SendAsync();
    }

    private async ValueTask SendAsync()
    {
        if (pending.WrittenCount > 0)
        {
            await responses.WriteAsync(new ExportAuditResponse { Data = ByteString.CopyFrom(pending.WrittenSpan) }, cancel);
            pending.ResetWrittenCount();
        }
    }
}
