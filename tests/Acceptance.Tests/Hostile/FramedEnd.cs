using System.Net;
using Grpc.Core;
using Status = Google.Rpc.Status;

namespace Acceptance.Tests.Hostile;

/// <summary>How a call of bytes ended.</summary>
/// <param name="Http">The status of HTTP.</param>
/// <param name="Code">The status of gRPC; null: none came.</param>
/// <param name="Details">What the status says; null: nothing but its code.</param>
internal sealed record FramedEnd(HttpStatusCode Http, StatusCode? Code, Status? Details);
