namespace AuditServer.Errors;

/// <summary>
/// Hears why the library could not write the answer of a call: it says so to its log alone, which is not printed, since senders of rubbish
/// would fill it. Here it is kept for who answers for the call.
/// </summary>
internal sealed class UnwrittenAnswers : ILoggerProvider
{
    /// <summary>Where the library logs it.</summary>
    public const string Category = "Grpc.AspNetCore.Server.ServerCallHandler";

    private static readonly AsyncLocal<Call?> Current = new();

    /// <summary>Begins to listen for the call that runs from here on.</summary>
    public static Call Listen() => Current.Value = new Call();

    public ILogger CreateLogger(string categoryName) => new Ear();

    public void Dispose()
    {
    }

    /// <summary>A call, and what went wrong with it last.</summary>
    internal sealed class Call
    {
        /// <summary>What the library could not do; null: nothing was told.</summary>
        public Exception? Failure { get; set; }
    }

    private sealed class Ear : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (exception is not null && Current.Value is { } call)
            {
                call.Failure = exception;
            }
        }
    }
}
