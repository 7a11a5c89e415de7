namespace LossGen.Kernels.Tests.Reference;

/// <summary>
/// One of the two sides of circle loss: the negatives with Σ e^(γ α (s - m)) and α = [s + m]₊, or the positives with the same of t = 1 - s. Each
/// exponent is α b with the bracket b = t - m, and its derivative by t is α where α is a constant, 2 t where it is not and above 0.
/// </summary>
internal sealed class CircleSide
{
    public CircleSide(BigReal[] arguments, BigReal[] sizes, double gamma, double margin, bool detachesWeights)
    {
        BigReal[] weights = [.. arguments.Select(argument => BigReal.Max(argument + margin, BigReal.Zero))];
        Exponents = [.. arguments.Zip(weights, (argument, weight) => gamma * weight * (argument - margin))];
        Slopes = [.. arguments.Zip(weights, (argument, weight) => detachesWeights || weight.IsZero ? weight : argument + argument)];
        Sizes = sizes;
        Roundings = new BigReal[arguments.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            var ofWeight = weights[i].IsZero ? BigReal.Zero : sizes[i] * BigReal.Abs(arguments[i] - margin);
            Roundings[i] = (gamma * (ofWeight + (weights[i] * sizes[i]))) + BigReal.Abs(Exponents[i]);
        }

        Largest = Exponents.Aggregate(BigReal.Max);
        BigReal[] terms = [.. Exponents.Select(exponent => BigReal.Exp(exponent - Largest))];
        var sum = terms.Aggregate((total, term) => total + term);
        LogOfSum = BigReal.Log(sum);
        SoftmaxWeights = [.. terms.Select(term => term / sum)];
        MeanRounding = SoftmaxWeights.Zip(Roundings, (weight, rounding) => weight * rounding).Aggregate((total, term) => total + term);
    }

    public int Count => Exponents.Length;

    /// <summary>γ α b of each score.</summary>
    public BigReal[] Exponents { get; }

    public BigReal Largest { get; }

    /// <summary>log Σ e^(exponent - largest).</summary>
    public BigReal LogOfSum { get; }

    /// <summary>The softmax weights within the side; they sum to 1.</summary>
    public BigReal[] SoftmaxWeights { get; }

    /// <summary>The derivative of α b by its argument.</summary>
    public BigReal[] Slopes { get; }

    /// <summary>E, the magnitude of what weight and bracket are made of.</summary>
    public BigReal[] Sizes { get; }

    /// <summary>γ (E |b| + α E) + |γ α b|: what one relative rounding of everything an exponent is made of may change it by.</summary>
    public BigReal[] Roundings { get; }

    /// <summary>Σ softmax weight · rounding.</summary>
    public BigReal MeanRounding { get; }

    public static CircleSide Negatives(ReadOnlySpan<double> scores, double gamma, double margin, bool detachesWeights)
    {
        BigReal[] arguments = [.. scores.ToArray().Select(score => (BigReal)score)];
        return new(arguments, [.. arguments.Select(score => BigReal.Abs(score) + Math.Abs(margin))], gamma, margin, detachesWeights);
    }

    public static CircleSide Positives(ReadOnlySpan<double> scores, double gamma, double margin, bool detachesWeights)
    {
        BigReal[] arguments = [.. scores.ToArray().Select(score => BigReal.One - score)];
        BigReal[] sizes = [.. scores.ToArray().Select(score => BigReal.One + Math.Abs(margin) + Math.Abs(score))];
        return new(arguments, sizes, gamma, margin, detachesWeights);
    }
}
