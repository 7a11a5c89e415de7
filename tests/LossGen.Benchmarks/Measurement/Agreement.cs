using LossGen.Benchmarks.Shapes;

namespace LossGen.Benchmarks.Measurement;

/// <summary>Holds everyone's loss and gradient against those of the plain loops: what computes something else must not be timed.</summary>
internal static class Agreement
{
    /// <summary>
    /// Plain sums of 32,000 numbers may be off by some 1e-5, and scores of 20 by 1e-6, which exp passes on.
    /// A mistake, such as a forgotten factor, is far larger.
    /// </summary>
    private const float Relative = 1e-4f;

    /// <summary>Of the largest component: where a probability is nearly 1, subtracting 1 leaves this much of it.</summary>
    private const float OfTheLargest = 1e-6f;

    /// <exception cref="InvalidOperationException">Somebody disagrees; the message says who and where.</exception>
    public static void Check(Shape shape, Lineup lineup)
    {
        float expectedLoss = lineup.Loop.Run();
        float[] expected = lineup.Loop.Gradient();
        float largest = expected.Max(MathF.Abs);
        foreach (Contestant contestant in lineup.Contestants)
        {
            float loss = contestant.Run() * contestant.Unit;
            Require(loss, expectedLoss, expectedLoss, "the loss");
            float[] gradient = contestant.Gradient();
            if (gradient.Length != expected.Length)
            {
                throw new InvalidOperationException($"{shape}: {contestant.Name} has {gradient.Length} derivatives, the plain loops have {expected.Length}.");
            }

            for (int i = 0; i < expected.Length; i++)
            {
                Require(gradient[i] * contestant.Unit, expected[i], largest, $"component {i} of the gradient");
            }

            void Require(float actual, float expectedValue, float scale, string what)
            {
                // Written so that NaN fails.
                if (!(MathF.Abs(actual - expectedValue) <= Relative * MathF.Abs(expectedValue) + OfTheLargest * scale))
                {
                    throw new InvalidOperationException($"{shape}: {contestant.Name} says that {what} is {actual}, the plain loops say {expectedValue}.");
                }
            }
        }
    }
}
