using System.Numerics;
using System.Reflection;
using LossGen.Kernels.Tests.Losses;
using static System.FormattableString;

namespace LossGen.Kernels.Tests.Pairs;

/// <summary>One generated method of a pair loss, and what its attribute and its signature say that it computes.</summary>
/// <typeparam name="T">What the kernel computes in.</typeparam>
internal sealed class PairKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
{
    private readonly KernelCaller<T> _caller;
    private readonly Dictionary<string, Type> _parameters;

    public PairKernel(MethodInfo method)
    {
        var attribute = method.GetCustomAttributes().Single(attribute => attribute.GetType().Namespace == nameof(LossGen));
        var loss = attribute switch
        {
            PairHingeAttribute { Over: Over.Sum } => PairLoss.HingeOverSum,
            PairHingeAttribute { Over: Over.Max } => PairLoss.HingeOverMax,
            PairHingeAttribute => PairLoss.HingeOverLogSumExp,
            UnifiedLossAttribute => PairLoss.Unified,
            CircleLossAttribute => PairLoss.Circle,
            _ => throw new NotSupportedException($"No test knows the loss of {method}."),
        };
        Name = $"{method.DeclaringType!.Name}.{method.Name}";
        Formula = new PairFormula<T>(
            loss,
            T.CreateChecked(Option<double>("Gamma")),
            T.CreateChecked(Option<double>("Margin")),
            Option<bool>("Balanced"),
            attribute is not CircleLossAttribute { DetachWeights: false });
        Positives = Option<int>("Positives");
        Negatives = Option<int>("Negatives");
        IsMean = Option<Reduction>("Reduction") == Reduction.Mean;
        ExpectsCosines = Option<ScoreRange>("Scores") == ScoreRange.Cosine;
        ReturnsLoss = method.ReturnType == typeof(T);
        _parameters = method.GetParameters().ToDictionary(parameter => parameter.Name!, parameter => parameter.ParameterType);
        _caller = KernelCallers.Of<T>(method);

        TOption Option<TOption>(string name) => (TOption)attribute.GetType().GetProperty(name)!.GetValue(attribute)!;
    }

    public string Name { get; }

    /// <summary>The loss of a row.</summary>
    public PairFormula<T> Formula { get; }

    /// <summary>K; 0 where lengths or labels tell it.</summary>
    public int Positives { get; }

    /// <summary>L; 0 where lengths or labels tell it.</summary>
    public int Negatives { get; }

    public bool IsMean { get; }

    /// <summary>Whether scores are promised to lie between -1 and 1.</summary>
    public bool ExpectsCosines { get; }

    /// <summary>Whether the reduced loss is returned. If not, gradients are those of each row's own loss.</summary>
    public bool ReturnsLoss { get; }

    /// <summary>Whether rows and columns of the similarities are the same, and what an element has with itself does not count.</summary>
    public bool HasDiagonal => Has("similarities") && !Has("columnLabels");

    public bool TakesSimilarities => Has("similarities");

    public bool TakesManyRows => TakesSimilarities || (Positives > 0 && Negatives > 0);

    public bool WritesPositiveGradient => Has("positiveGradient") || Has("gradient");

    public bool WritesNegativeGradient => Has("negativeGradient") || Has("gradient");

    public bool WritesGradients => WritesPositiveGradient && WritesNegativeGradient;

    public bool WritesLosses => Has("losses");

    public bool HasUpstream => _parameters.GetValueOrDefault("upstream") == typeof(T);

    public bool HasUpstreamOfRows => _parameters.GetValueOrDefault("upstream") == typeof(ReadOnlySpan<T>);

    /// <summary>Whether the loss of a single row is told.</summary>
    public bool TellsLoss => ReturnsLoss || WritesLosses;

    public T Run(scoped in KernelCall<T> call) => _caller(call);

    /// <summary>Runs on arrays of its own.</summary>
    public PairResult<T> Run(PairBatch<T> batch)
    {
        var call = batch.Call();
        return ResultOf(batch, Run(call), call);
    }

    public PairResult<T> Run(params PairRow<T>[] rows) => Run(new PairBatch<T>(rows));

    /// <summary>What a call returned and wrote.</summary>
    public PairResult<T> ResultOf(PairBatch<T> batch, T loss, scoped in KernelCall<T> call)
    {
        var (positives, negatives) = Has("gradient")
            ? (batch.PositivesOf(call.Gradient), batch.NegativesOf(call.Gradient))
            : (call.PositiveGradient.ToArray(), call.NegativeGradient.ToArray());
        return new PairResult<T>(
            ReturnsLoss ? loss : null,
            WritesLosses ? call.Losses.ToArray() : null,
            WritesPositiveGradient ? positives : null,
            WritesNegativeGradient ? negatives : null);
    }

    public bool Takes(int positives, int negatives) =>
        (Positives == 0 || Positives == positives) && (Negatives == 0 || Negatives == negatives) && !HasDiagonal;

    /// <summary>Whether another kernel computes the same loss from the same inputs, and both gradients of it.</summary>
    public bool IsWithoutGradientsOf(PairKernel<T> other) =>
        other.WritesGradients
        && (Formula, Positives, Negatives, IsMean, ExpectsCosines, TakesSimilarities, HasDiagonal)
        == (other.Formula, other.Positives, other.Negatives, other.IsMean, other.ExpectsCosines, other.TakesSimilarities, other.HasDiagonal);

    public override string ToString() => Invariant($"{Name} in {typeof(T).Name} ({Formula})");

    private bool Has(string role) => _parameters.ContainsKey(role);
}
