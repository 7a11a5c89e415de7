using System.Runtime.Intrinsics;
using LossGen.Kernels.Tests.InstructionSets;

namespace LossGen.Kernels.Tests.Values;

/// <summary>
/// Where multiply-adds are fused an exp takes γ into its constants: its argument is not rounded once more. A negative's derivative, relative to that of the largest,
/// is exp(γ (z − largest)).
/// </summary>
[Trait(WidthSensitiveTests.Trait, WidthSensitiveTests.Sensitive)]
public partial class ExpOfGammaTests
{
    private const int Negatives = 64;

    private const double Gamma = 80;

    [Fact]
    public void The_derivative_of_a_score_far_below_has_all_its_digits()
    {
        Assert.SkipUnless(Vector256.IsHardwareAccelerated, "Without fused multiply-adds γ·(z − largest) is rounded.");
        var random = new Random(1);
        for (var run = 0; run < 100; run++)
        {
            float[] positives = [.. Enumerable.Range(0, 8).Select(_ => 0f)];
            float[] negatives = [.. Enumerable.Range(0, Negatives).Select(_ => (float)(-1.05 * random.NextDouble()))];
            negatives[run % Negatives] = 0;
            var (positiveGradient, gradient) = (new float[8], new float[Negatives]);

            // The derivatives stay within the normal range.
            Unified(positives, negatives, positiveGradient, gradient, upstream: 1e30f);

            for (var i = 0; i < Negatives; i++)
            {
                var expected = Math.Exp(Gamma * negatives[i]);
                var error = LargestRelativeErrorOf(negatives[i]);
                Assert.InRange(gradient[i] / (double)gradient[run % Negatives], expected * (1 - error), expected * (1 + error));
            }
        }
    }

    /// <summary>An exp, the one of 0, and two products.</summary>
    private static double LargestRelativeErrorOf(double difference) => ((4 * 0.85) - (0.05 * Gamma * difference)) / (1 << 23);

    [UnifiedLoss(Positives = 8, Negatives = Negatives, Gamma = Gamma)]
    private static partial float Unified(
        ReadOnlySpan<float> positives, ReadOnlySpan<float> negatives, Span<float> positiveGradient, Span<float> negativeGradient, float upstream);
}
