using System.Globalization;
using LossGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Specification;

/// <summary>The values of an attribute's properties; γ and m are rounded to the type that the kernel computes in.</summary>
internal sealed record AttributeValues(Over Over, int? Classes, double Gamma, double Margin, bool IsMean);

/// <summary>Reads the properties of an attribute.</summary>
internal static class AttributeReader
{
    private const int Mean = 0;
    private const int Sum = 1;

    /// <returns>The values, or null where one of them is wrong.</returns>
    public static AttributeValues? Read(
        AttributeData attribute,
        LossTable loss,
        ScalarType scalar,
        List<Diagnostic> problems,
        CancellationToken cancellation)
    {
        int before = problems.Count;

        var over = (Over)ValueOf(attribute, "Over", (int)Over.Sum);
        if (over is not (Over.Sum or Over.Max or Over.LogSumExp))
        {
            Report(Descriptors.UnknownOver, "Over", (int)over);
        }

        int classes = ValueOf(attribute, "Classes", 0);
        if (classes is < 0 or 1)
        {
            Report(Descriptors.ClassesOutOfRange, "Classes", classes);
        }

        double gamma = ValueOf(attribute, "Gamma", loss.DefaultGamma);
        if (!(Rounded(gamma, scalar) >= scalar.SmallestNormal() && IsFinite(Rounded(gamma, scalar))))
        {
            Report(Descriptors.GammaOutOfRange, "Gamma", gamma, scalar.Keyword());
        }

        double margin = ValueOf(attribute, "Margin", loss.DefaultMargin);
        if (!IsFinite(Rounded(margin, scalar)))
        {
            Report(Descriptors.MarginOutOfRange, "Margin", margin, scalar.Keyword());
        }

        int reduction = ValueOf(attribute, "Reduction", Mean);
        if (reduction is not (Mean or Sum))
        {
            Report(Descriptors.UnknownReduction, "Reduction", reduction);
        }

        return problems.Count == before
            ? new AttributeValues(over, classes == 0 ? null : classes, Rounded(gamma, scalar), Rounded(margin, scalar), reduction == Mean)
            : null;

        void Report(DiagnosticDescriptor descriptor, string property, params object[] arguments) => problems.Add(Diagnostic.Create(
            descriptor,
            LocationOf(attribute, property, cancellation),
            [.. arguments.Select(argument => Convert.ToString(argument, CultureInfo.InvariantCulture))]));
    }

    /// <summary>The value that the attribute gives a property, or the default; a value that does not compile counts as not given.</summary>
    private static T ValueOf<T>(AttributeData attribute, string property, T defaultValue)
    {
        TypedConstant given = attribute.NamedArguments.FirstOrDefault(argument => argument.Key == property).Value;
        return given is { Kind: not TypedConstantKind.Error, Value: T value } ? value : defaultValue;
    }

    private static Location LocationOf(AttributeData attribute, string property, CancellationToken cancellation) =>
        attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) is AttributeSyntax syntax
            ? syntax.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == property)?.Expression.GetLocation()
                ?? syntax.GetLocation()
            : Location.None;

    private static double Rounded(double value, ScalarType scalar) => scalar == ScalarType.Single ? (float)value : value;

    private static bool IsFinite(double value) => !double.IsNaN(value) && !double.IsInfinity(value);
}
