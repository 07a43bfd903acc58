using System.Reflection;

namespace AuditClient.Tests.Faking;

/// <summary>An interface of the client with answers of the test's, by the names of its methods and properties.</summary>
/// <typeparam name="T">The interface.</typeparam>
public class Faked<T> : DispatchProxy
    where T : class
{
    private IReadOnlyDictionary<string, Func<object?[], object?>> answers = new Dictionary<string, Func<object?[], object?>>();

    public static T With(params (string Member, Func<object?[], object?> Answer)[] answers)
    {
        T faked = Create<T, Faked<T>>();
        ((Faked<T>)(object)faked).answers = answers.ToDictionary(answer => answer.Member, answer => answer.Answer);
        return faked;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        string member = targetMethod!.Name.Replace("get_", "", StringComparison.Ordinal);
        return answers.TryGetValue(member, out Func<object?[], object?>? answer)
            ? answer(args ?? [])
            : throw new NotSupportedException($"{typeof(T).Name}.{member} has no answer.");
    }
}
