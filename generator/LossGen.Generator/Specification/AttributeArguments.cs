using System.Globalization;
using LossGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Specification;

/// <summary>The properties that an attribute sets. A value that does not compile counts as not given: the compiler reports it.</summary>
internal sealed class AttributeArguments(AttributeData attribute, CancellationToken cancellation)
{
    /// <summary>Whether the attribute sets a property.</summary>
    public bool Has(string property) => Given(property) is { IsNull: false };

    /// <summary>The value that the attribute gives a property, or the default.</summary>
    public T ValueOf<T>(string property, T defaultValue) => Given(property)?.Value is T value ? value : defaultValue;

    /// <summary>A problem with the value that a property is given.</summary>
    public Diagnostic Problem(DiagnosticDescriptor descriptor, string property, params object[] arguments) =>
        Mendable(descriptor, property, [], arguments);

    /// <summary>The same, with values that would be right.</summary>
    public Diagnostic Mendable(DiagnosticDescriptor descriptor, string property, string[] replacements, params object[] arguments) => Diagnostic.Create(
        descriptor,
        LocationOf(property),
        Replacements.Of(replacements),
        [.. arguments.Select(argument => Convert.ToString(argument, CultureInfo.InvariantCulture))]);

    private TypedConstant? Given(string property)
    {
        TypedConstant given = attribute.NamedArguments.FirstOrDefault(argument => argument.Key == property).Value;
        return given.Kind == TypedConstantKind.Error ? null : given;
    }

    private Location LocationOf(string property) => attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) is AttributeSyntax syntax
        ? syntax.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == property)?.Expression.GetLocation()
            ?? syntax.GetLocation()
        : Location.None;
}
