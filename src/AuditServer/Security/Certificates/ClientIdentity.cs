namespace AuditServer.Security.Certificates;

/// <summary>Who a client certificate is, where an authority of ours issued it. It is known by exactly one of its names.</summary>
public sealed class ClientIdentity
{
    /// <summary>A DNS name among the certificate's alternative names, <c>connector.kent.example</c>.</summary>
    public string DnsName { get; set; } = "";

    /// <summary>Or its whole subject, as <c>openssl x509 -noout -subject -nameopt RFC2253</c> prints it: <c>CN=connector,O=Kent Police</c>.</summary>
    public string SubjectName { get; set; } = "";

    /// <summary>The subject that the service knows it by: 1 to 256 characters.</summary>
    public string Subject { get; set; } = "";

    /// <summary>Its roles, of the contract.</summary>
    public IReadOnlyList<string> Roles { get; set; } = [];

    /// <summary>Slugs of the forces that it speaks for; for inspectors, the home force.</summary>
    public IReadOnlyList<string> Forces { get; set; } = [];
}
