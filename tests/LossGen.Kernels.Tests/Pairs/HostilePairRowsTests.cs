using System.Numerics;
using LossGen.Kernels.Tests.Reference;

namespace LossGen.Kernels.Tests.Pairs;

/// <summary>Every hostile row must be one that can be passed: the exact answer, rounded to the type, is well within the bound.</summary>
public class HostilePairRowsTests
{
    [Theory]
    [InlineData(1, 1, 1, 0)]
    [InlineData(1, 63, 64, 0.35)]
    [InlineData(7, 13, 2, -0.1)]
    [InlineData(33, 5, 80, 0.4)]
    public void The_rounded_exact_answer_is_within_the_bound(int positives, int negatives, double gamma, double margin)
    {
        AssertPassable<float>(positives, negatives, gamma, margin);
        AssertPassable<double>(positives, negatives, gamma, margin);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(128, 1024)]
    public void Rows_have_the_lengths_and_a_name_of_their_own(int positives, int negatives)
    {
        PairRow<float>[] rows = [.. HostilePairRows.All(new PairFormula<float>(PairLoss.Unified, 80, 0), positives, negatives)];

        Assert.Equal(rows.Length, rows.Select(row => row.Name).Distinct().Count());
        Assert.All(rows, row => Assert.Equal((positives, negatives), (row.Positives.Length, row.Negatives.Length)));
        Assert.All(rows, row => Assert.DoesNotContain(row.Positives, score => float.IsNaN(score) || float.IsNegativeInfinity(score)));
        Assert.All(rows, row => Assert.DoesNotContain(row.Negatives, score => float.IsNaN(score) || float.IsPositiveInfinity(score)));
    }

    [Theory]
    [InlineData("loss 1e-9", 1e-9)]
    [InlineData("loss 1e-30", 1e-30)]
    [InlineData("violations of -88", 7.9359e-34)]
    public void A_tiny_loss_is_the_one_in_the_name(string name, double loss)
    {
        foreach (var formula in (PairFormula<float>[])[new(PairLoss.Unified, 1, 0), new(PairLoss.Unified, 64, 0.5f)])
        {
            var row = HostilePairRows.All(formula, 128, 1024).Single(row => row.Name == name);

            Assert.Equal(1.0, (double)ExpectedLoss.Of(formula, row.Negatives, row.Positives).Loss / loss, 1e-3);
        }
    }

    private static void AssertPassable<T>(int positives, int negatives, double gamma, double margin)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
    {
        foreach (var loss in Enum.GetValues<PairLoss>())
        {
            var formula = new PairFormula<T>(loss, T.CreateChecked(gamma), T.CreateChecked(margin));
            foreach (var row in HostilePairRows.All(formula, positives, negatives))
            {
                var exact = ExpectedLoss.Of(formula, row.Negatives, row.Positives);
                var rounded = T.CreateSaturating((double)exact.Loss);
                var side = exact.OnTheSideOf(rounded);

                var multiples = new ExpectedPairRow<T>(row, formula).AssertWithinBound(
                    new(rounded, [rounded], Rounded(side.Positives), Rounded(side.Negatives)), row.Name);

                Assert.InRange(Math.Max(multiples.Loss, multiples.Gradient), 0, 0.25);
            }
        }

        static T[] Rounded(ExpectedSide side) => [.. side.Gradient.Select(component => T.CreateSaturating((double)component))];
    }
}
