using CrimeAudit.Client;

namespace AuditCli.Demo;

/// <summary>Makes a credential.</summary>
/// <param name="subject">Who.</param>
/// <param name="role">In which role.</param>
/// <param name="force">For which force; null: none.</param>
internal delegate Task<string> TokenSource(string subject, string role, string? force);

/// <summary>A client for each part that the demo plays: nobody is both inspector and inspected.</summary>
internal sealed class DemoRoles : IAsyncDisposable
{
    /// <summary>The force inspected.</summary>
    public const string Force = "thames-valley";

    /// <summary>Who reviews.</summary>
    public const string AuditorSubject = "demo-auditor";

    private DemoRoles()
    {
    }

    /// <summary>The force's systems.</summary>
    public required CrimeAuditClient Submitter { get; init; }

    /// <summary>The force's crime registrar, who holds the force's half of the seed.</summary>
    public required CrimeAuditClient Registrar { get; init; }

    /// <summary>The inspection's lead.</summary>
    public required CrimeAuditClient Lead { get; init; }

    /// <summary>A reviewer, whose home force is another one: nobody audits the own.</summary>
    public required CrimeAuditClient Auditor { get; init; }

    /// <summary>Connects every part to a server.</summary>
    /// <param name="address">Where it serves gRPC.</param>
    /// <param name="tokens">Makes the credentials.</param>
    public static async Task<DemoRoles> ConnectAsync(Uri address, TokenSource tokens)
    {
        async Task<CrimeAuditClient> ConnectAs(string subject, string role, string? force) =>
            CrimeAuditClient.Connect(address.ToString(), await tokens(subject, role, force));

        return new DemoRoles
        {
            Submitter = await ConnectAs("demo-connector", "submitter", Force),
            Registrar = await ConnectAs("demo-registrar", "registrar", Force),
            Lead = await ConnectAs("demo-lead", "lead", null),
            Auditor = await ConnectAs(AuditorSubject, "auditor", "kent"),
        };
    }

    public async ValueTask DisposeAsync()
    {
        await Submitter.DisposeAsync();
        await Registrar.DisposeAsync();
        await Lead.DisposeAsync();
        await Auditor.DisposeAsync();
    }
}
