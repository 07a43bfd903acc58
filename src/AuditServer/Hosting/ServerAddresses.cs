namespace AuditServer.Hosting;

/// <summary>Where a started server is reached, with the ports that it really has.</summary>
/// <param name="GrpcAddress">gRPC over HTTP/2.</param>
/// <param name="JsonAddress">JSON over HTTP/1.1; the same as <paramref name="GrpcAddress"/> where one port serves both.</param>
public sealed record ServerAddresses(Uri GrpcAddress, Uri JsonAddress);
