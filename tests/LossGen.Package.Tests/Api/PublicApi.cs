using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace LossGen.Package.Tests.Api;

/// <summary>Everything in an assembly that other code can call, a line each, those that only generated code calls among them.</summary>
internal static class PublicApi
{
    private const BindingFlags Declared = BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    public static string[] Of(Assembly assembly) => [.. assembly.GetExportedTypes().OrderBy(NameOf, StringComparer.Ordinal).SelectMany(Lines)];

    private static IEnumerable<string> Lines(Type type) => type.GetMembers(Declared)
        .Where(IsCallable)
        .Select(member => Of(type, member))
        .OfType<string>()
        .Order(StringComparer.Ordinal)
        .Prepend($"{KindOf(type)}{Bases(type)}{TypeText.Constraints(type.GetGenericArguments())}")
        .Select(line => $"{NameOf(type)}: {line}");

    private static string NameOf(Type type) => type.DeclaringType is { } outer ? $"{NameOf(outer)}.{TypeText.Of(type)}" : $"{type.Namespace}.{TypeText.Of(type)}";

    private static string KindOf(Type type) => type switch
    {
        { IsEnum: true } => $"enum of {TypeText.Of(type.GetEnumUnderlyingType())}",
        { IsInterface: true } => "interface",
        { IsValueType: true } => $"{(type.IsDefined(typeof(IsReadOnlyAttribute)) ? "readonly " : "")}{(type.IsByRefLike ? "ref " : "")}struct",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    private static string Bases(Type type)
    {
        IEnumerable<Type> interfaces = type.IsEnum ? [] : type.GetInterfaces().OrderBy(TypeText.Of, StringComparer.Ordinal);
        bool inherits = type.IsClass && type.BaseType != typeof(object);
        Type[] bases = [.. inherits ? [type.BaseType!] : Array.Empty<Type>(), .. interfaces];
        return bases.Length == 0 ? "" : $" : {TypeText.Join(bases.Select(TypeText.Of))}";
    }

    private static bool IsCallable(MemberInfo member) => member switch
    {
        FieldInfo field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly,
        MethodBase method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly,
        PropertyInfo property => property.GetAccessors(nonPublic: true).Any(IsCallable),
        EventInfo @event => IsCallable(@event.AddMethod!),
        _ => false,
    };

    private static string? Of(Type type, MemberInfo member) => member switch
    {
        FieldInfo field when type.IsEnum => field.IsLiteral ? $"{field.Name} = {Value(field.GetRawConstantValue())}" : null,
        FieldInfo { IsLiteral: true } field => $"const {TypeText.Of(field.FieldType)} {field.Name} = {Value(field.GetRawConstantValue())}",
        FieldInfo field => $"{(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{TypeText.Of(field.FieldType)} {field.Name}",
        PropertyInfo property => $"{Modifiers(property.GetAccessors(nonPublic: true)[0])}{TypeText.Of(property.PropertyType)} {property.Name} {{ {Accessors(property)} }}",
        EventInfo @event => $"{Modifiers(@event.AddMethod!)}event {TypeText.Of(@event.EventHandlerType!)} {@event.Name}",
        ConstructorInfo constructor => $"{Access(constructor)}new({Parameters(constructor)})",
        MethodInfo { IsSpecialName: true } accessor when !accessor.Name.StartsWith("op_", StringComparison.Ordinal) => null,
        MethodInfo method => $"{Modifiers(method)}{Returned(method)} {method.Name}{TypeText.Parameters(method.GetGenericArguments())}"
            + $"({Parameters(method)}){TypeText.Constraints(method.GetGenericArguments())}",
        _ => null,
    };

    private static string Access(MethodBase method) => method.IsPublic ? "" : "protected ";

    private static string Modifiers(MethodInfo method)
    {
        string inheritance = method switch
        {
            { IsAbstract: true, DeclaringType.IsInterface: false } => "abstract ",
            { IsVirtual: true, IsFinal: false, DeclaringType.IsInterface: false } => method.GetBaseDefinition() == method ? "virtual " : "override ",
            _ => "",
        };
        return $"{Access(method)}{(method.IsStatic ? "static " : "")}{inheritance}";
    }

    private static string Accessors(PropertyInfo property) => string.Join(" ", property.GetAccessors(nonPublic: true)
        .Where(IsCallable)
        .Select(accessor => Access(accessor) + (accessor.ReturnType == typeof(void) ? "set;" : "get;"))
        .Order(StringComparer.Ordinal));

    private static string Returned(MethodInfo method) => method.ReturnType.IsByRef
        ? $"ref {(method.ReturnParameter.IsDefined(typeof(IsReadOnlyAttribute)) ? "readonly " : "")}{TypeText.Of(method.ReturnType.GetElementType()!)}"
        : TypeText.Of(method.ReturnType);

    private static string Parameters(MethodBase method) => TypeText.Join(method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        Type type = parameter.ParameterType;
        string passed = parameter switch
        {
            { IsOut: true } => "out ",
            { IsIn: true } => "in ",
            _ => type.IsByRef ? "ref " : "",
        };
        string initial = parameter.HasDefaultValue ? $" = {Value(parameter.RawDefaultValue)}" : "";
        return $"{passed}{TypeText.Of(type.IsByRef ? type.GetElementType()! : type)} {parameter.Name}{initial}";
    }

    private static string Value(object? value) => value switch
    {
        null => "default",
        string text => $"\"{text}\"",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
