using System.Globalization;
using LossGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Specification;

/// <summary>What a correct specification says that is probably not meant, or that could be faster.</summary>
internal static class DoubtRules
{
    /// <summary>The most that a cosine can lead another by; as margin of circle loss it makes the target of positives, 1 − m, the least cosine.</summary>
    private const double MostBetweenCosines = 2;

    /// <summary>The pairs of a row from which on a cheaper loss deserves a word.</summary>
    private const long ManyPairs = 1 << 16;

    public static void Check(
        AttributeArguments attribute,
        LossSpec spec,
        IMethodSymbol method,
        LossTable loss,
        List<Diagnostic> problems,
        CancellationToken cancellation)
    {
        CheckNumbers(attribute, spec, problems);
        CheckIgnoreLabel(attribute, spec, problems);
        CheckReductions(attribute, spec, method, problems);
        if (spec.IsSingleRow)
        {
            CheckSingleRow(attribute, spec, method, problems);
        }

        CheckDefaults(spec, method, problems, cancellation);
        CheckLengths(attribute, spec, method, problems);
        CheckGradient(spec, method, loss, problems, cancellation);
    }

    private static void CheckNumbers(AttributeArguments attribute, LossSpec spec, List<Diagnostic> problems)
    {
        string? unsuited = spec switch
        {
            { Loss: LossKind.CircleLoss, Margin: < 0 } => "no cosine reaches 1 − Margin, so write a margin from 0 to below 2",
            { Loss: LossKind.CircleLoss, Margin: >= MostBetweenCosines } => "every cosine meets its target already, so write a margin from 0 to below 2",
            { Loss: not LossKind.CircleLoss, AreCosines: true, Margin: > MostBetweenCosines } => "no cosine leads another by more than 2, so write a margin of at most that",
            _ => null,
        };
        if (unsuited is not null)
        {
            problems.Add(attribute.Problem(Descriptors.MarginUnsuitedToCosines, "Margin", AsWritten(spec.Margin, spec), unsuited));
        }

        bool isSmooth = spec.Over == Over.LogSumExp || spec.Loss is not (LossKind.MulticlassHinge or LossKind.PairHinge);
        double roundings = spec.Gamma * spec.Scalar.Epsilon();
        if (isSmooth && roundings >= 1)
        {
            problems.Add(attribute.Problem(Descriptors.GammaSaturates, "Gamma", AsWritten(spec.Gamma, spec), spec.Scalar.Keyword(), roundings));
        }

        if (spec is { Loss: LossKind.PairHinge, Over: Over.Sum, Scores: Pairs { Positives: { } positives, Negatives: { } negatives } }
            && (long)positives * negatives > ManyPairs)
        {
            problems.Add(attribute.Problem(Descriptors.ExpensivePairs, "Negatives", positives, negatives));
        }
    }

    private static void CheckIgnoreLabel(AttributeArguments attribute, LossSpec spec, List<Diagnostic> problems)
    {
        if (attribute.Has("IgnoreLabel") && spec.IgnoreLabel is null)
        {
            problems.Add(attribute.Problem(Descriptors.NothingToIgnore, "IgnoreLabel", attribute.ValueOf("IgnoreLabel", 0L)));
        }

        if (spec is not { IgnoreLabel: >= 0 and { } label, Scores: Classification { Classes: { } classes } } || label >= classes)
        {
            return;
        }

        problems.Add(spec.LabelSmoothing > 0
            ? attribute.Problem(Descriptors.SmoothingOfIgnoredClass, "IgnoreLabel", label)
            : attribute.Problem(Descriptors.IgnoredClass, "IgnoreLabel", label, classes - 1));
    }

    private static void CheckReductions(AttributeArguments attribute, LossSpec spec, IMethodSymbol method, List<Diagnostic> problems)
    {
        if (!spec.ReturnsLoss && attribute.Has("Reduction"))
        {
            problems.Add(attribute.Problem(Descriptors.ReductionOfNothing, "Reduction", method.Name, spec.Scalar.Keyword()));
        }
    }

    private static void CheckSingleRow(AttributeArguments attribute, LossSpec spec, IMethodSymbol method, List<Diagnostic> problems)
    {
        if (spec.IsParallel)
        {
            problems.Add(attribute.Problem(Descriptors.ParallelOfOneRow, "Parallel", method.Name, WayToBatch(spec)));
        }

        if (spec.ReturnsLoss && spec.Parameter(Role.Losses) is { } losses)
        {
            Doubt(losses, "remove it: its row's loss is returned");
        }

        if (spec.HasUpstreamOfRows)
        {
            Doubt(spec.Parameter(Role.Upstream)!, $"make it a {spec.Scalar.Keyword()}");
        }

        void Doubt(ParameterSpec parameter, string otherwise) => problems.Add(Diagnostic.Create(
            Descriptors.OneRowHasOneNumber,
            method.Parameters.First(symbol => symbol.Name == parameter.Name).Locations[0],
            parameter.Name,
            method.Name,
            WayToBatch(spec),
            otherwise));
    }

    /// <summary>Only memory that a method can do without is checked, which looks as if a call could: a label or a factor that is left out is a number like any other.</summary>
    private static void CheckDefaults(LossSpec spec, IMethodSymbol method, List<Diagnostic> problems, CancellationToken cancellation)
    {
        int outputs = spec.Method.Parameters.Count(parameter => IsOutput(parameter.Role)) + (spec.ReturnsLoss ? 1 : 0);
        foreach (IParameterSymbol parameter in method.Parameters.Where(parameter => parameter is { IsOptional: true, Type.SpecialType: SpecialType.None }))
        {
            Role role = spec.Method.Parameters.First(read => read.Name == parameter.Name).Role;
            if (!IsOutput(role) && role is not (Role.ClassWeights or Role.Upstream))
            {
                continue;
            }

            var syntax = (ParameterSyntax)parameter.DeclaringSyntaxReferences[0].GetSyntax(cancellation);
            string otherwise = outputs == 1 && IsOutput(role) ? "" : $", and put a method without '{parameter.Name}' beside this one";
            problems.Add(Diagnostic.Create(Descriptors.DefaultOfMemory, syntax.Default?.GetLocation() ?? parameter.Locations[0], parameter.Name, method.Name, otherwise));
        }

        static bool IsOutput(Role role) => role.IsGradient() || role == Role.Losses;
    }

    private static void CheckLengths(AttributeArguments attribute, LossSpec spec, IMethodSymbol method, List<Diagnostic> problems)
    {
        (string What, string Property)? unknown = spec.Scores switch
        {
            Classification { Classes: null } => ("how many classes there are", "Classes"),
            Pairs { Positives: null, Negatives: null } => ("how many positives and negatives a row has", "Positives and Negatives"),
            Pairs { Positives: null } => ("how many positives a row has", "Positives"),
            Pairs { Negatives: null } => ("how many negatives a row has", "Negatives"),
            _ => null,
        };
        if (unknown is var (what, property))
        {
            string consequence = spec.IsSingleRow && !spec.Has(Role.Label) ? "one row, and no batch, with a slower kernel" : "a slower kernel";
            problems.Add(attribute.Problem(Descriptors.SlowerLayout, property, method.Name, what, consequence, property));
        }
    }

    private static void CheckGradient(LossSpec spec, IMethodSymbol method, LossTable loss, List<Diagnostic> problems, CancellationToken cancellation)
    {
        // Beside a method of the same loss that writes one, it is left out on purpose: to evaluate.
        if (!IsPublic(method) || method.ContainingType.GetMembers().OfType<IMethodSymbol>().Any(member => HasGradient(member, loss)))
        {
            return;
        }

        Role[] missing = spec.Scores is Pairs ? [Role.PositiveGradient, Role.NegativeGradient] : [Role.Gradient];
        string signature = ExampleSignature.With(missing, method, loss, spec.Scalar, cancellation);
        string[] overloads = CanHaveOverload(method, method.Parameters.Length + missing.Length) ? [signature] : [];
        problems.Add(Diagnostic.Create(Descriptors.NoGradient, method.Locations[0], Replacements.Of(overloads), method.Name, signature));
    }

    /// <summary>Whether there can be another method of that name without a call that changes its meaning, or a second of the same parameters.</summary>
    private static bool CanHaveOverload(IMethodSymbol method, int parameters) =>
        !method.Parameters.Any(parameter => parameter.IsParams || parameter.IsOptional)
        && method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>().All(other => other.Parameters.Length != parameters);

    /// <summary>Whether others can call it, so that nothing here tells what they need.</summary>
    private static bool IsPublic(ISymbol symbol) =>
        symbol.DeclaredAccessibility == Accessibility.Public && (symbol.ContainingType is not { } type || IsPublic(type));

    private static bool HasGradient(IMethodSymbol method, LossTable loss) =>
        method.Parameters.Any(parameter => RoleDescription.OfName(parameter.Name, loss)?.Role.IsGradient() == true)
        && method.GetAttributes().Any(attribute => LossTable.Of(attribute) == loss);

    /// <summary>A number that was rounded to the scalar, so that it prints as short as the user wrote it.</summary>
    private static string AsWritten(double number, LossSpec spec) => spec.Scalar == ScalarType.Single
        ? ((float)number).ToString(CultureInfo.InvariantCulture)
        : number.ToString(CultureInfo.InvariantCulture);

    /// <summary>What would make a batch of the row that a method takes.</summary>
    private static string WayToBatch(LossSpec spec) => spec switch
    {
        { Scores: Pairs } => "set Positives and Negatives",
        _ when spec.Has(Role.Targets) => "set Classes",
        _ => "take 'labels'",
    };
}
