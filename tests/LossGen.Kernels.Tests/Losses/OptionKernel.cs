using System.Numerics;
using System.Reflection;
using static System.FormattableString;

namespace LossGen.Kernels.Tests.Losses;

/// <summary>One generated method with options and roles of classification beyond the plain ones, and what its attribute and signature say.</summary>
/// <typeparam name="T">What the kernel computes in.</typeparam>
internal sealed class OptionKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
{
    private readonly KernelCaller<T> _caller;
    private readonly Dictionary<string, Type> _parameters;

    public OptionKernel(MethodInfo method)
    {
        var attribute = method.GetCustomAttributesData().Single(data => data.AttributeType.Namespace == nameof(LossGen));
        var options = attribute.NamedArguments.ToDictionary(argument => argument.MemberName, argument => argument.TypedValue.Value!);
        var isHinge = attribute.AttributeType == typeof(MulticlassHingeAttribute);

        Name = $"{method.DeclaringType!.Name}.{method.Name}";
        Classes = (int?)Option("Classes");
        Formula = new Formula<T>(
            isHinge ? (Over)(int)(Option("Over") ?? 0) : null,
            T.CreateChecked((double)(Option("Gamma") ?? 1.0)),
            T.CreateChecked((double)(Option("Margin") ?? (isHinge ? 1.0 : 0.0))));
        Smoothing = double.CreateChecked(T.CreateChecked((double)(Option("LabelSmoothing") ?? 0.0)));
        IgnoreLabel = (long?)Option("IgnoreLabel");
        IsMean = (Reduction)(int)(Option("Reduction") ?? 0) == Reduction.Mean;
        ReturnsLoss = method.ReturnType == typeof(T);
        _parameters = method.GetParameters().ToDictionary(parameter => parameter.Name!, parameter => parameter.ParameterType);
        _caller = KernelCallers.Of<T>(method);

        object? Option(string name) => options.GetValueOrDefault(name);
    }

    public string Name { get; }

    /// <summary>Null where the lengths tell it.</summary>
    public int? Classes { get; }

    /// <summary>The loss of a row with a label, but for smoothing and weights.</summary>
    public Formula<T> Formula { get; }

    /// <summary>ε, as a kernel uses it: rounded once.</summary>
    public double Smoothing { get; }

    /// <summary>Null where every label counts.</summary>
    public long? IgnoreLabel { get; }

    public bool IsMean { get; }

    /// <summary>Whether the reduced loss is returned. If not, gradients are those of each row's own loss.</summary>
    public bool ReturnsLoss { get; }

    public bool IsSingleRow => Has("label") || (HasTargets && Classes is null && !HasClassWeights);

    public bool HasTargets => Has("targets");

    public bool HasClassWeights => Has("classWeights");

    public bool HasUpstreamOfRows => _parameters.GetValueOrDefault("upstream") == typeof(ReadOnlySpan<T>);

    public bool HasUpstream => Has("upstream");

    public bool WritesGradient => Has("gradient");

    public bool WritesLosses => Has("losses");

    /// <summary>Whether another kernel computes the same, and a gradient besides.</summary>
    public bool AsksForLessThan(OptionKernel<T> other) =>
        (Classes, Formula, Smoothing, IgnoreLabel) == (other.Classes, other.Formula, other.Smoothing, other.IgnoreLabel)
        && (IsMean, ReturnsLoss) == (other.IsMean, other.ReturnsLoss)
        && (IsSingleRow, HasTargets, HasClassWeights) == (other.IsSingleRow, other.HasTargets, other.HasClassWeights)
        && (WritesGradient, other.WritesGradient) == (false, true)
        && (!WritesLosses || other.WritesLosses);

    /// <summary>Calls the method, whose outputs held NaN before, so that what is not written shows.</summary>
    public OptionResult<T> Run(ClassificationInput<T> input)
    {
        var gradient = new T[input.Logits.Length];
        var losses = new T[input.Rows];
        gradient.AsSpan().Fill(T.NaN);
        losses.AsSpan().Fill(T.NaN);
        return new OptionResult<T>(Run(input.AsCall(gradient, losses)), losses, gradient);
    }

    public T Run(scoped in KernelCall<T> call) => _caller(call);

    /// <summary>How a message describes the kernel on rows of that many classes.</summary>
    public string Describe(int classes) => Invariant($"{Name} in {typeof(T).Name}, C = {classes}");

    private bool Has(string role) => _parameters.ContainsKey(role);
}

/// <summary>What a kernel returned and wrote.</summary>
internal readonly record struct OptionResult<T>(T Loss, T[] Losses, T[] Gradient);
