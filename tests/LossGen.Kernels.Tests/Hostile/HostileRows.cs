using System.Numerics;

namespace LossGen.Kernels.Tests.Hostile;

/// <summary>Rows of every kind that has broken a loss kernel, for any number of classes and any position of the label.</summary>
/// <remarks>All scores are finite, but for -∞ ("masked") on negatives, so that <see cref="Reference.Accuracy"/> can judge each row.</remarks>
internal static class HostileRows
{
    private const int Seed = 20260;

    /// <summary>All of them; the losses in the names hold at γ = 1 and m = 0.</summary>
    public static IEnumerable<HostileRow<T>> All<T>(int classes, int label)
        where T : IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegative(label);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(label, classes);

        HostileRow<T> Row(string name, Func<int, double> score) =>
            new(name, [.. Enumerable.Range(0, classes).Select(i => T.CreateChecked(score(i)))], label);

        var normal = NormalNumbers(classes);
        var other = (label + 1) % classes;
        var logOthers = Math.Log(Math.Max(1, classes - 1));
        var ulp = double.CreateChecked(T.BitIncrement(T.One) - T.One);
        var subnormal = double.CreateChecked(T.Epsilon);

        yield return Row("ordinary", i => 3 * normal[i]);
        yield return Row("all equal", _ => 0.7);
        yield return Row("all zero", i => i % 2 == 0 ? 0.0 : -0.0);
        yield return Row("tiny gaps", i => 1 + (i * 7 % 5 * ulp));
        yield return Row("subnormals", i => (i % 9 - 4) * subnormal);
        yield return Row("offset of a million", i => 1e6 + (Math.Round(normal[i] * 32) / 16));
        yield return Row("one dominant class", i => i == other ? 50 : normal[i]);
        yield return Row("label dominant, loss 1e-9", i => i == label ? logOthers - Math.Log(1e-9) : 0);
        yield return Row("label dominant, loss 1e-30", i => i == label ? logOthers - Math.Log(1e-30) : 0);
        yield return Row("label dominant among ordinary scores", i => i == label ? 25 : normal[i]);
        yield return Row("cosines, label ahead", i => i == label ? 0.73 : Math.Tanh(0.2 * normal[i]));
        yield return Row("cosines, label behind", i => i == label ? -0.61 : Math.Tanh(0.2 * normal[i]));
        yield return Row("label far behind", i => i == label ? -200 : normal[i]);
        yield return Row("label almost 16 behind", i => i == label ? -7.9 : 8.05 - (0.3 * (i % 3)));
        yield return Row("label a little more than 16 behind", i => i == label ? -7.9 : 8.15 - (0.3 * (i % 3)));
        yield return Row("label 88 ahead", i => i == label ? 88.3 : 0.1 * (i % 3));
        yield return Row("label 103 ahead", i => i == label ? 103.3 : 0.1 * (i % 3));

        foreach (var row in SpreadBetween(1e4, "ten thousand").Concat(SpreadBetween(3e38, "3e38")))
        {
            yield return row;
        }

        if (double.CreateTruncating(T.MaxValue) > 1e308)
        {
            foreach (var row in SpreadBetween(1e308, "1e308"))
            {
                yield return row;
            }
        }

        yield return Row("every third negative masked", i => i != label && i % 3 == 0 ? double.NegativeInfinity : normal[i]);
        yield return Row("all negatives masked but one", i => i == label || i == other ? normal[i] : double.NegativeInfinity);
        yield return Row("all negatives masked", i => i == label ? normal[i] : double.NegativeInfinity);

        IEnumerable<HostileRow<T>> SpreadBetween(double magnitude, string name)
        {
            double Alternating(int i) => (i % 3 - 1) * magnitude;

            yield return Row($"plus and minus {name}, label high", i => i == label ? magnitude : Alternating(i));
            yield return Row($"plus and minus {name}, label low", i => i == label ? -magnitude : Alternating(i));
            yield return Row($"all at {name}", _ => magnitude);
            yield return Row($"all at minus {name} but ordinary negatives", i => i == label ? -magnitude : normal[i]);
        }
    }

    /// <summary>The same standard normal numbers in every run and on every machine.</summary>
    private static double[] NormalNumbers(int count)
    {
        var random = new Random(Seed);
        var numbers = new double[count];
        for (var i = 0; i < count; i++)
        {
            numbers[i] = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        }

        return numbers;
    }
}
