using System.Reflection;
using System.Reflection.Emit;

namespace AuditServer.Tests.Storage;

/// <summary>What the program's code loads: so a statement that nothing runs is found without running anything.</summary>
internal static class CalledFrom
{
    /// <summary>Static fields that some method reads, other than the initialiser of their own class.</summary>
    public static IReadOnlySet<FieldInfo> Fields(Assembly assembly) =>
        Loads(assembly, OpCodes.Ldsfld, (module, token, method) => module.ResolveField(token, TypeArguments(method), MethodArguments(method)))
            .Where(l => l.Loaded is not null && !(l.Method.IsStatic && l.Method.IsConstructor && l.Method.DeclaringType == l.Loaded.DeclaringType))
            .Select(l => l.Loaded!).ToHashSet();

    /// <summary>String literals that some method loads.</summary>
    public static IReadOnlySet<string> Literals(Assembly assembly) =>
        Loads(assembly, OpCodes.Ldstr, (module, token, _) => module.ResolveString(token)).Select(l => l.Loaded!).ToHashSet(StringComparer.Ordinal);

    // Scans for the opcode byte by byte: what looks like one and is none has a token that does not resolve.
    private static IEnumerable<(MethodBase Method, T? Loaded)> Loads<T>(Assembly assembly, OpCode opcode, Func<Module, int, MethodBase, T?> resolve)
        where T : class
    {
        foreach (MethodBase method in assembly.GetTypes().SelectMany(Methods))
        {
            byte[] code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
            for (int i = 0; i + 4 < code.Length; i++)
            {
                if (code[i] == opcode.Value && Resolve(resolve, method, BitConverter.ToInt32(code, i + 1)) is { } loaded)
                {
                    yield return (method, loaded);
                }
            }
        }
    }

    private static T? Resolve<T>(Func<Module, int, MethodBase, T?> resolve, MethodBase method, int token)
        where T : class
    {
        try
        {
            return resolve(method.Module, token, method);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static IEnumerable<MethodBase> Methods(Type type)
    {
        const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        return type.GetMethods(All).Concat<MethodBase>(type.GetConstructors(All));
    }

    private static Type[]? TypeArguments(MethodBase method) => method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null;

    private static Type[]? MethodArguments(MethodBase method) => method is { IsGenericMethod: true } ? method.GetGenericArguments() : null;
}
