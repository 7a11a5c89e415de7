namespace LossGen.Kernels.Tests.Reference;

/// <summary>What a kernel has to say of one row of classes, the gradient in the order of the classes, and how far it may be from that.</summary>
internal sealed record ExpectedClasses(BigReal Loss, BigReal LossBound, BigReal[] Gradient, BigReal[] GradientBounds)
{
    /// <summary>Of numbers this large a kernel can only say +∞.</summary>
    private static readonly BigReal BeyondEveryFormat = BigReal.PowerOfTwo(5000);

    /// <summary>The largest number that the formula goes through: if that is beyond the range of a type, +∞ is as right as the loss.</summary>
    public BigReal LargestTerm { get; init; } = Loss;

    /// <summary>A row with one loss of two sides: the label's score against all others.</summary>
    public static ExpectedClasses Of(ExpectedLoss expected, int label) => new(
        expected.Loss,
        expected.LossBound,
        Classification.ByClass<BigReal>(expected.Negatives.Gradient, expected.Positives.Gradient[0], label),
        Classification.ByClass<BigReal>(expected.Negatives.Bounds, expected.Positives.Bounds[0], label));

    public static ExpectedClasses Of(CrossEntropyMixtureReference reference, NumberFormat format)
    {
        var bound = new CrossEntropyMixtureBound(reference, format);
        var loss = reference.IsLossInfinite ? BeyondEveryFormat : reference.Loss;
        return new(loss, bound.Loss, reference.Gradient, bound.OfGradient) { LargestTerm = reference.SumOfTerms };
    }

    /// <summary>A row that does not count: exactly 0, whatever it holds.</summary>
    public static ExpectedClasses Ignored(int classes) => new(BigReal.Zero, BigReal.Zero, new BigReal[classes], new BigReal[classes]);

    /// <summary>
    /// The same with a factor on loss and gradient. A kernel makes it of up to four roundings (of a weight, of a divisor, of the factor from
    /// upstream, of their product), so 4 ε of the result come on top; and what is then below the normal numbers may be flushed.
    /// </summary>
    public ExpectedClasses Times(BigReal factor, NumberFormat format)
    {
        if ((factor - 1.0).IsZero)
        {
            return this;
        }

        return this with
        {
            Loss = Loss * factor,
            LossBound = ScaledBound(Loss, LossBound),
            LargestTerm = BigReal.Max(LargestTerm, Loss * factor),
            Gradient = [.. Gradient.Select(component => component * factor)],
            GradientBounds = [.. Gradient.Zip(GradientBounds, ScaledBound)],
        };

        BigReal ScaledBound(BigReal exact, BigReal bound) => factor.IsZero || (exact.IsZero && bound.IsZero)
            ? BigReal.Zero
            : (BigReal.Abs(factor) * (bound + (4 * format.Epsilon * BigReal.Abs(exact)))) + format.SmallestNormal;
    }
}
