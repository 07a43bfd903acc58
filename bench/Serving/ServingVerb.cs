using System.CommandLine;

namespace Bench.Serving;

/// <summary>Hidden verbs by which this program serves, in a process of its own.</summary>
internal static class ServingVerb
{
    /// <summary>A verb that passes everything after it on as settings.</summary>
    public static Command Of(string name, Func<string[], CancellationToken, Task<int>> serve)
    {
        var settings = new Argument<string[]>("SETTINGS") { Arity = ArgumentArity.ZeroOrMore };
        var verb = new Command(name) { settings };
        verb.Hidden = true;
        verb.TreatUnmatchedTokensAsErrors = false;
        verb.SetAction((arguments, cancel) => serve([.. arguments.UnmatchedTokens, .. arguments.GetValue(settings) ?? []], cancel));
        return verb;
    }

    /// <summary>What starts a verb of this program.</summary>
    public static IReadOnlyList<string> Program(string verb) => [typeof(ServingVerb).Assembly.Location, verb];
}
