using CrimeAudit.V1;
using Google.Protobuf;
using Grpc.Core;

namespace Bench.Baselines.Echo;

/// <summary>Answers questions about the log with constant messages as large as the server's: the wire alone.</summary>
internal sealed class EchoLedger : LedgerService.LedgerServiceBase
{
    private const int Page = 500;
    private const int PathOfMillions = 23;
    private static readonly ByteString Hash = ByteString.CopyFrom(new byte[32]);
    private static readonly ByteString Leaf = ByteString.CopyFrom(new byte[140]);
    private static readonly string Checkpoint = new('c', 200);

    /// <summary>A proof's size in a log of millions.</summary>
    public override Task<GetInclusionProofResponse> GetInclusionProof(GetInclusionProofRequest request, ServerCallContext context) =>
        Task.FromResult(new GetInclusionProofResponse
        {
            EntryIndex = request.EntryIndex,
            LeafText = Leaf,
            RootHash = Hash,
            Path = { Enumerable.Repeat(Hash, PathOfMillions) },
            Checkpoint = Checkpoint,
        });

    /// <summary>As many entries as asked for, a page a message.</summary>
    public override async Task ReadEntries(
        ReadEntriesRequest request, IServerStreamWriter<ReadEntriesResponse> responseStream, ServerCallContext context)
    {
        ByteString salt = ByteString.CopyFrom(new byte[16]);
        ByteString payload = ByteString.CopyFrom(new byte[180]);
        for (long index = request.FromIndex; index < request.FromIndex + request.MostEntries; index += Page)
        {
            var response = new ReadEntriesResponse { TreeSize = request.FromIndex + request.MostEntries };
            for (int i = 0; i < Page; i++)
            {
                response.Entries.Add(new LedgerEntry { EntryIndex = index + i, LeafText = Leaf, Salt = salt, StoredBytes = payload });
            }

            await responseStream.WriteAsync(response, context.CancellationToken);
        }
    }
}
