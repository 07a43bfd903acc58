using System.CommandLine;
using System.Security.Cryptography;
using AuditCli.Input;
using AuditCli.Support;
using CrimeAudit.Client;
using Google.Protobuf;

namespace AuditCli.Audits.Steps;

/// <summary>
/// A step of an audit at the command line. Each is taken once for its request id, which follows from what is asked unless it is given:
/// the same command again is the same step, so a script can be run again from its start.
/// </summary>
/// <typeparam name="TRequest">The request.</typeparam>
internal sealed class StepCommand<TRequest> : Verb
    where TRequest : IMessage<TRequest>, new()
{
    private const int HashCharacters = 16;

    private readonly Func<IAuditClient, TRequest, CancellationToken, Task<IMessage>> take;
    private readonly List<StepField<TRequest>> fields = [];

    private readonly Argument<string> audit = new("AUDIT") { Description = "Id of the audit" };

    private readonly Option<string?> requestId = new("--request-id")
    {
        Description = "What makes the step unique. Default: from what is asked, so that the same command again is the same step",
        HelpName = "ID",
    };

    private readonly Option<bool> json = new("--json") { Description = "The answer in JSON, as the contract has it" };

    private readonly ServerOptions server = new();

    private readonly Func<Stream> standardInput;

    public StepCommand(
        string name,
        string description,
        string teaching,
        Func<Stream> standardInput,
        Func<IAuditClient, TRequest, CancellationToken, Task<IMessage>> take)
        : base(name, description, teaching)
    {
        (this.take, this.standardInput) = (take, standardInput);
        Arguments.Add(audit);
        SetAction(RunAsync);
    }

    /// <summary>Adds a field that is set by an option. What sets it says what is wrong with the value, or null.</summary>
    public StepCommand<TRequest> With(
        string name, string help, string description, Func<TRequest, string, string?> set, bool required = true, bool isFile = false)
    {
        var field = new StepField<TRequest>(name, help, description, set, required, isFile);
        fields.Add(field);
        Options.Add(field.Option);
        return this;
    }

    /// <summary>Adds a field that takes any text. It has a name of its own: an assignment has a value, which would pass for what is wrong.</summary>
    public StepCommand<TRequest> WithText(string name, string help, string description, Action<TRequest, string> set, bool required = true) =>
        With(
            name,
            help,
            description,
            (request, text) =>
            {
                set(request, text);
                return null;
            },
            required);

    /// <summary>Ends the list of options with those that every step has.</summary>
    /// <param name="repeats">The same may be meant twice: its request id has to be given, or the second would be taken for the first.</param>
    public StepCommand<TRequest> Ready(bool repeats = false)
    {
        requestId.Required = repeats;
        if (new TRequest().Descriptor.FindFieldByName("request_id") is not null)
        {
            Options.Add(requestId);
        }

        Options.Add(json);
        server.AddTo(this);
        return this;
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancel)
    {
        TRequest request = Read(result);
        await using CrimeAuditClient client = await ServerOptions.ConnectAsync(server.Read(result), cancel);
        IMessage answer = await take(client.Audits, request, cancel);
        TextWriter output = result.InvocationConfiguration.Output;
        await output.WriteLineAsync(result.GetValue(json) ? JsonFormatter.Default.Format(answer) : StepText.Of(answer));
        return CommandLine.Ok;
    }

    private TRequest Read(ParseResult result)
    {
        var request = new TRequest();
        Set(request, "audit_id", result.GetRequiredValue(audit));
        List<string> problems = [];
        foreach (StepField<TRequest> field in fields)
        {
            field.Read(result, request, standardInput, problems);
        }

        InputException.ThrowIfAny(problems);
        Set(request, "request_id", result.GetValue(requestId) ?? $"{Name}-{HashOf(request)}");
        return request;
    }

    private static void Set(TRequest request, string field, string value) =>
        request.Descriptor.FindFieldByName(field)?.Accessor.SetValue(request, value);

    private static string HashOf(TRequest request) => Convert.ToHexStringLower(SHA256.HashData(request.ToByteArray()))[..HashCharacters];
}
