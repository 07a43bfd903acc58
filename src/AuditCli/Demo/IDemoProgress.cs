namespace AuditCli.Demo;

/// <summary>Shows how far a long part of the demo is.</summary>
internal interface IDemoProgress
{
    /// <summary>Runs a part with a known number of things to do.</summary>
    /// <param name="what">What is done.</param>
    /// <param name="total">How many.</param>
    /// <param name="run">Does it, and tells how many are done so far.</param>
    Task RunAsync(string what, long total, Func<Action<long>, Task> run);
}
