using System.Numerics;
using LossGen.Kernels.Tests.Losses;

namespace LossGen.Kernels.Tests.Reference;

/// <summary>The exact result of a kernel with options on a batch, with its accuracy bound: what is returned and every output.</summary>
/// <typeparam name="T">What the kernel computes in.</typeparam>
internal sealed class ExpectedBatch<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
{
    private static readonly NumberFormat Format = NumberFormat.Of<T>();

    private readonly OptionKernel<T> _kernel;
    private readonly ClassificationInput<T> _input;
    private readonly BigReal _factorOfMean;

    public ExpectedBatch(OptionKernel<T> kernel, ClassificationInput<T> input)
    {
        (_kernel, _input) = (kernel, input);
        var divisor = kernel is { IsMean: true, ReturnsLoss: true } ? DivisorOfMean() : BigReal.One;

        // A mean of nothing is 0.
        _factorOfMean = divisor.IsZero ? BigReal.Zero : BigReal.One / divisor;
    }

    /// <summary>Asserts that everything the kernel returned and wrote is within the bound.</summary>
    /// <returns>The largest errors as multiples of the bound.</returns>
    public WorstMultiples AssertWithinBound(OptionResult<T> result, string description)
    {
        var judge = new Judge($"{description}, N = {_input.Rows}, {_kernel.Describe(_input.Classes)}", Format);
        ExpectedClasses[] rows = [.. Enumerable.Range(0, _input.Rows).Select(row => Row(row, LossOfRow(result, row)))];
        if (_kernel.ReturnsLoss)
        {
            JudgeLoss(judge, result.Loss, Reduced(rows));
        }

        for (var row = 0; row < rows.Length; row++)
        {
            if (_kernel.WritesLosses)
            {
                JudgeLoss(judge, result.Losses[row], rows[row]);
            }

            if (_kernel.WritesGradient)
            {
                var scaled = rows[row].Times(UpstreamOf(row) * _factorOfMean, Format);
                judge.Gradient($"row {row} of gradient", result.Gradient.AsSpan(row * _input.Classes, _input.Classes), scaled.Gradient, scaled.GradientBounds);
            }
        }

        return judge.Verdict();
    }

    private static void JudgeLoss(Judge judge, T loss, ExpectedClasses expected)
    {
        if (!T.IsPositiveInfinity(loss) || expected.LargestTerm <= Format.Largest)
        {
            judge.Loss(loss, expected.Loss, expected.LossBound);
        }
    }

    /// <summary>The sum of the rows' losses is rounded once more, unless it is that of one row.</summary>
    private ExpectedClasses Reduced(ExpectedClasses[] rows)
    {
        var (sum, bound, largest) = (BigReal.Zero, BigReal.Zero, BigReal.Zero);
        foreach (var row in rows)
        {
            sum += row.Loss;
            bound += row.LossBound;
            largest = BigReal.Max(largest, row.LargestTerm);
        }

        var rounding = rows.Length > 1 ? 4 * Format.Epsilon * sum : BigReal.Zero;
        return new ExpectedClasses(sum, bound + rounding, [], []) { LargestTerm = largest }.Times(_factorOfMean, Format);
    }

    private ExpectedClasses Row(int row, T? observedLoss)
    {
        if (IsIgnored(row))
        {
            return ExpectedClasses.Ignored(_input.Classes);
        }

        var scores = _input.Row(row);
        var label = (int)_input.Labels[row];
        double[] weights = _kernel.HasClassWeights ? Accuracy.Widen<T>(_input.ClassWeights) : [];
        if (_kernel.HasTargets)
        {
            return Mixture(scores, label, ClassShares.OfTargets(Accuracy.Widen(_input.TargetsOf(row)), _kernel.Smoothing, weights));
        }

        if (_kernel.Smoothing > 0)
        {
            return Mixture(scores, label, ClassShares.OfLabel(_input.Classes, label, _kernel.Smoothing, weights));
        }

        var expected = ExpectedLoss.Of(_kernel.Formula, Classification.Negatives(scores, label), [scores[label]]);
        return ExpectedClasses.Of(observedLoss is { } loss ? expected.OnTheSideOf(loss) : expected, label).Times(WeightOf(label), Format);
    }

    private ExpectedClasses Mixture(ReadOnlySpan<T> scores, int label, BigReal[] shares)
    {
        var (gamma, margin) = (double.CreateChecked(_kernel.Formula.Gamma), double.CreateChecked(_kernel.Formula.Margin));
        var expected = ExpectedClasses.Of(new CrossEntropyMixtureReference(Accuracy.Widen(scores), shares, gamma, label, margin), Format);

        // A kernel may weight the terms before it multiplies them with their part of the smoothing.
        return expected with { LargestTerm = expected.LargestTerm * LargestWeight };
    }

    /// <summary>At the kink of a hinge the loss that a kernel found says on which side it is; null where only a sum of losses is known.</summary>
    private T? LossOfRow(OptionResult<T> result, int row) =>
        _kernel.WritesLosses ? result.Losses[row]
        : _kernel.ReturnsLoss && _input.Rows == 1 ? result.Loss
        : null;

    private BigReal DivisorOfMean()
    {
        var divisor = BigReal.Zero;
        foreach (var row in Enumerable.Range(0, _input.Rows).Where(row => !IsIgnored(row)))
        {
            divisor += _kernel is { Formula.Hinge: null, HasTargets: false } ? WeightOf(_input.Labels[row]) : BigReal.One;
        }

        return divisor;
    }

    private bool IsIgnored(int row) => !_kernel.HasTargets && _input.Labels[row] == _kernel.IgnoreLabel;

    private BigReal WeightOf(long label) => _kernel.HasClassWeights ? double.CreateChecked(_input.ClassWeights[label]) : BigReal.One;

    private double LargestWeight => _kernel.HasClassWeights ? Math.Max(1, double.CreateChecked(_input.ClassWeights.Max())) : 1;

    private BigReal UpstreamOf(int row) =>
        _kernel.HasUpstreamOfRows ? double.CreateChecked(_input.Upstreams[row])
        : _kernel.HasUpstream ? double.CreateChecked(_input.Upstream)
        : BigReal.One;
}
