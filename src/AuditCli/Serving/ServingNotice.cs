using AuditServer.Hosting;
using Microsoft.AspNetCore.Builder;

namespace AuditCli.Serving;

/// <summary>What a started server says about itself: where it is reached, and how to get a token.</summary>
internal static class ServingNotice
{
    public static void Write(WebApplication app, TextWriter output)
    {
        ServerAddresses addresses = AuditServerHost.Addresses(app);
        string grpc = addresses.GrpcAddress.GetLeftPart(UriPartial.Authority);
        string json = addresses.JsonAddress.GetLeftPart(UriPartial.Authority);
        output.WriteLine($"gRPC  {grpc}");
        output.WriteLine($"JSON  {json}");
        output.WriteLine(AuditServerHost.DevelopmentTokens(app) is null
            ? "Token from the issuer that is configured (Authentication:Schemes:Bearer)."
            : $"Token crimeaudit token --role submitter --force thames-valley --json-url {json}");
        output.WriteLine("Ctrl-C stops.");
        output.Flush();
    }
}
