using System.Reflection;
using System.Runtime.CompilerServices;

namespace LossGen.Package.Tests.Api;

/// <summary>Types as C# writes them, without their namespaces.</summary>
internal static class TypeText
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(nint)] = "nint",
        [typeof(nuint)] = "nuint",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
    };

    public static string Of(Type type)
    {
        if (Keywords.TryGetValue(type, out string? keyword))
        {
            return keyword;
        }

        return type switch
        {
            { IsArray: true } => $"{Of(type.GetElementType()!)}[]",
            { IsPointer: true } => $"{Of(type.GetElementType()!)}*",
            { IsGenericType: true } => $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{Join(type.GetGenericArguments().Select(Of))}>",
            _ => type.Name,
        };
    }

    /// <summary>The type parameters of a type or a method, nothing if it has none.</summary>
    public static string Parameters(Type[] parameters) => parameters.Length == 0 ? "" : $"<{Join(parameters.Select(Of))}>";

    /// <summary>What is asked of the type parameters, nothing if that is nothing.</summary>
    public static string Constraints(Type[] parameters) => string.Concat(parameters
        .Select(parameter => (parameter.Name, Constraints: Constraints(parameter).ToArray()))
        .Where(parameter => parameter.Constraints.Length > 0)
        .Select(parameter => $" where {parameter.Name} : {Join(parameter.Constraints)}"));

    public static string Join(IEnumerable<string> parts) => string.Join(", ", parts);

    private static IEnumerable<string> Constraints(Type parameter)
    {
        GenericParameterAttributes attributes = parameter.GenericParameterAttributes;
        if (parameter.IsDefined(typeof(IsUnmanagedAttribute)))
        {
            yield return "unmanaged";
        }
        else if (attributes.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint))
        {
            yield return "struct";
        }
        else if (attributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
        {
            yield return "class";
        }

        foreach (Type constraint in parameter.GetGenericParameterConstraints().Where(constraint => constraint != typeof(ValueType)))
        {
            yield return Of(constraint);
        }

        if (attributes.HasFlag(GenericParameterAttributes.AllowByRefLike))
        {
            yield return "allows ref struct";
        }
    }
}
