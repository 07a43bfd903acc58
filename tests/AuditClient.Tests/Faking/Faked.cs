using System.Reflection;

namespace AuditClient.Tests.Faking;

/// <summary>An interface of the client with answers of the test's, by the names of its methods and properties.</summary>
public class Faked : DispatchProxy
{
    private string name = "";
    private IReadOnlyDictionary<string, Func<object?[], object?>> answers = new Dictionary<string, Func<object?[], object?>>();

    /// <typeparam name="T">The interface.</typeparam>
    public static T Of<T>(params (string Member, Func<object?[], object?> Answer)[] answers)
        where T : class
    {
        T faked = Create<T, Faked>();
        var proxy = (Faked)(object)faked;
        proxy.name = typeof(T).Name;
        proxy.answers = answers.ToDictionary(answer => answer.Member, answer => answer.Answer);
        return faked;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        string member = targetMethod!.Name.Replace("get_", "", StringComparison.Ordinal);
        return answers.TryGetValue(member, out Func<object?[], object?>? answer)
            ? answer(args ?? [])
            : throw new NotSupportedException($"{name}.{member} has no answer.");
    }
}
