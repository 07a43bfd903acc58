using System.Reflection;
using Microsoft.Data.SqlClient;

namespace Acceptance.Tests.SqlServer;

/// <summary>Exceptions as the provider throws them. It makes them itself only, so its own constructors are called from outside.</summary>
internal static class SqlServerErrors
{
    private const BindingFlags Hidden = BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    /// <summary>The exception of one error.</summary>
    public static SqlException Of(int number, byte severity, string message)
    {
        ConstructorInfo ofError = typeof(SqlError).GetConstructors(Hidden).MaxBy(c => c.GetParameters().Length)!;
        object?[] arguments = [.. ofError.GetParameters().Select(p => p.Name switch
        {
            "infoNumber" => number,
            "errorClass" => severity,
            "errorMessage" => message,
            _ => Anything(p.ParameterType),
        })];
        var errors = (SqlErrorCollection)Activator.CreateInstance(typeof(SqlErrorCollection), nonPublic: true)!;
        typeof(SqlErrorCollection).GetMethod("Add", Hidden)!.Invoke(errors, [ofError.Invoke(arguments)]);
        MethodInfo create = typeof(SqlException).GetMethod("CreateException", Hidden, [typeof(SqlErrorCollection), typeof(string)])!;
        return (SqlException)create.Invoke(null, [errors, "16.0"])!;
    }

    private static object? Anything(Type type) =>
        type == typeof(string) ? "" : type.IsValueType ? Activator.CreateInstance(type) : null;
}
