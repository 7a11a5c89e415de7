using System.Numerics;
using LossGen.Kernels.Tests.Losses;
using LossGen.Kernels.Tests.Reference;

namespace LossGen.Kernels.Tests.Hostile;

/// <summary>Every hostile row must be one that can be passed: the exact answer, rounded to the type, is well within the bound.</summary>
public class HostileRowsTests
{
    [Theory]
    [InlineData(1, 0, 1, 0)]
    [InlineData(2, 1, 1, 0)]
    [InlineData(10, 0, 64, 0.35)]
    [InlineData(17, 16, 0.25, -0.1)]
    [InlineData(100, 37, 1, 0.5)]
    public void The_rounded_exact_answer_is_within_the_bound(int classes, int label, double gamma, double margin)
    {
        AssertPassable<float>(classes, label, gamma, margin);
        AssertPassable<double>(classes, label, gamma, margin);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 0)]
    [InlineData(4099, 4098)]
    public void Rows_have_the_length_the_label_and_a_name_of_their_own(int classes, int label)
    {
        AssertWellFormed<float>(classes, label);
        AssertWellFormed<double>(classes, label);
    }

    [Fact]
    public void The_same_rows_come_every_time()
    {
        var first = HostileRows.All<float>(33, 5).SelectMany(row => row.Scores);
        var second = HostileRows.All<float>(33, 5).SelectMany(row => row.Scores);

        Assert.Equal(first, second);
    }

    [Theory]
    [InlineData("label dominant, loss 1e-9", 1e-9)]
    [InlineData("label dominant, loss 1e-30", 1e-30)]
    public void A_dominant_label_has_the_loss_in_its_name(string name, double loss)
    {
        foreach (var classes in (int[])[2, 10, 1000])
        {
            var row = HostileRows.All<float>(classes, 1).Single(row => row.Name == name);
            var reference = new SoftmaxCrossEntropyReference(Accuracy.Widen<float>(row.Scores), row.Label, gamma: 1, margin: 0);
            Assert.Equal(1.0, (double)reference.Loss / loss, 1e-4);
        }
    }

    [Fact]
    public void Only_doubles_go_beyond_the_range_of_float()
    {
        Assert.DoesNotContain(HostileRows.All<float>(10, 0), row => row.Scores.Any(float.IsPositiveInfinity));
        Assert.Contains(HostileRows.All<double>(10, 0), row => row.Scores.Max() == 1e308);
    }

    private static void AssertPassable<T>(int classes, int label, double gamma, double margin)
        where T : IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
    {
        foreach (var hinge in (Over?[])[null, Over.Sum, Over.Max, Over.LogSumExp])
        {
            var formula = new Formula<T>(hinge, T.CreateChecked(gamma), T.CreateChecked(margin));
            foreach (var row in HostileRows.All<T>(classes, label))
            {
                AssertPassable(row, formula);
            }
        }
    }

    private static void AssertPassable<T>(HostileRow<T> row, Formula<T> formula)
        where T : IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
    {
        var exact = ExpectedLoss.Of(formula, Classification.Negatives<T>(row.Scores, row.Label), [row.Scores[row.Label]]);
        var loss = T.CreateSaturating((double)exact.Loss);
        var (_, _, negatives, positives) = exact.OnTheSideOf(loss);
        var byClass = Classification.ByClass(negatives.Gradient, positives.Gradient[0], row.Label);
        T[] gradient = [.. byClass.Select(component => T.CreateSaturating((double)component))];

        var multiples = new ExpectedRow<T>(row.Scores, row.Label, formula).AssertWithinBound(loss, gradient, row.Name);

        Assert.InRange(Math.Max(multiples.Loss, multiples.Gradient), 0, 0.25);
    }

    private static void AssertWellFormed<T>(int classes, int label)
        where T : IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
    {
        var rows = HostileRows.All<T>(classes, label).ToArray();

        Assert.Equal(rows.Length, rows.Select(row => row.Name).Distinct().Count());
        Assert.All(rows, row => Assert.Equal((classes, label), (row.Scores.Length, row.Label)));
        Assert.All(rows, row => Assert.True(T.IsFinite(row.Scores[label])));
        Assert.All(rows, row => Assert.DoesNotContain(row.Scores, score => T.IsNaN(score) || T.IsPositiveInfinity(score)));
    }
}
