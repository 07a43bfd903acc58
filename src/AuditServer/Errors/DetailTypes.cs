using Google.Protobuf.Reflection;
using Google.Rpc;

namespace AuditServer.Errors;

/// <summary>The types of error details: JSON can only write the content of an Any whose type it knows.</summary>
internal static class DetailTypes
{
    public static TypeRegistry Registry { get; } = TypeRegistry.FromMessages(
        ErrorInfo.Descriptor, BadRequest.Descriptor, PreconditionFailure.Descriptor, ResourceInfo.Descriptor, RetryInfo.Descriptor);
}
