using System.Numerics;
using static System.FormattableString;

namespace LossGen.Kernels.Tests.Reference;

/// <summary>The exact softmax cross entropy of one row with its accuracy bound: computed once, it judges any number of kernels.</summary>
/// <typeparam name="T">What the kernels compute in.</typeparam>
internal sealed class ExpectedRow<T>
    where T : IBinaryFloatingPointIeee754<T>
{
    private static readonly NumberFormat Format = NumberFormat.Of<T>();

    private readonly string _row;
    private readonly SoftmaxCrossEntropyReference _reference;
    private readonly BigReal _lossBound;
    private readonly BigReal[] _gradientBounds;

    public ExpectedRow(ReadOnlySpan<T> row, int label, T gamma, T margin)
    {
        _row = Invariant($"C = {row.Length}, label {label}, γ {gamma}, m {margin}, {Format.Name}");
        _reference = new SoftmaxCrossEntropyReference(Accuracy.Widen(row), label, double.CreateChecked(gamma), double.CreateChecked(margin));
        var bound = new AccuracyBound(_reference.TwoSided, Format);
        _lossBound = bound.Loss;
        _gradientBounds = SoftmaxCrossEntropyReference.ByClass(bound.OfNegatives, bound.OfPositives[0], label);
    }

    /// <summary>Asserts that the loss and every gradient component are within the bound.</summary>
    /// <returns>The largest errors as multiples of the bound.</returns>
    public WorstMultiples AssertWithinBound(T loss, ReadOnlySpan<T> gradient, string description)
    {
        var judge = new Judge($"{description} ({_row})", Format);
        judge.Loss(loss, _reference.Loss, _lossBound);
        judge.Gradient("gradient", gradient, _reference.Gradient, _gradientBounds);
        return judge.Verdict();
    }
}
