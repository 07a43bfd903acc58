using System.Reflection;
using Microsoft.Data.SqlClient;

namespace Tests.Shared;

/// <summary>Exceptions as the provider throws them. It makes them itself only, so its own constructors are called from outside.</summary>
internal static class SqlServerErrors
{
    private const BindingFlags Hidden = BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    /// <summary>The exception of one error.</summary>
    public static SqlException Of(int number, byte severity, string message) => Of([Error(number, severity, message)]);

    /// <summary>The exception of several errors, the first of which gives it its number.</summary>
    public static SqlException Together(params IReadOnlyList<int> numbers) => Of([.. numbers.Select(n => Error(n, 16, ""))]);

    private static SqlException Of(IReadOnlyList<object> errors)
    {
        var collection = (SqlErrorCollection)Activator.CreateInstance(typeof(SqlErrorCollection), nonPublic: true)!;
        foreach (object error in errors)
        {
            typeof(SqlErrorCollection).GetMethod("Add", Hidden)!.Invoke(collection, [error]);
        }

        MethodInfo create = typeof(SqlException).GetMethod("CreateException", Hidden, [typeof(SqlErrorCollection), typeof(string)])!;
        return (SqlException)create.Invoke(null, [collection, "16.0"])!;
    }

    private static object Error(int number, byte severity, string message)
    {
        ConstructorInfo ofError = typeof(SqlError).GetConstructors(Hidden).MaxBy(c => c.GetParameters().Length)!;
        return ofError.Invoke([.. ofError.GetParameters().Select(p => p.Name switch
        {
            "infoNumber" => number,
            "errorClass" => severity,
            "errorMessage" => message,
            _ => Anything(p.ParameterType),
        })]);
    }

    private static object? Anything(Type type) =>
        type == typeof(string) ? "" : type.IsValueType ? Activator.CreateInstance(type) : null;
}
