using System.Numerics;
using LossGen.Kernels.Tests.InstructionSets;
using LossGen.Kernels.Tests.Losses;

namespace LossGen.Kernels.Tests.Pairs;

public class FloatPairSpecialValuesTests : PairSpecialValuesTests<float>;

public class DoublePairSpecialValuesTests : PairSpecialValuesTests<double>;

/// <summary>NaN, infinities, and finite scores at the ends of the range, in every kernel. The rows stand alone here, so the mean is the row's loss.</summary>
[Trait(WidthSensitiveTests.Trait, WidthSensitiveTests.Sensitive)]
public abstract class PairSpecialValuesTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
{
    public static TheoryData<string> Kernels => PairKernels<T>.Names(_ => true);

    /// <summary>Kernels of scores of any size, in which an infinite one is masked.</summary>
    public static TheoryData<string> MaskableKernels => PairKernels<T>.Names(kernel =>
        kernel is { ExpectsCosines: false, Formula.DependsOnDifferencesOnly: true });

    public static TheoryData<string> UnscaledKernels => PairKernels<T>.Names(kernel =>
        kernel is { ExpectsCosines: false, Formula.DependsOnDifferencesOnly: true, Formula.IsBalanced: false } && kernel.Formula.Gamma == T.One);

    public static TheoryData<string> CircleKernels => PairKernels<T>.Names(kernel =>
        kernel is { ExpectsCosines: false, Formula.Loss: PairLoss.Circle });

    [Theory]
    [MemberData(nameof(Kernels))]
    public void NaN_anywhere_makes_the_loss_NaN_and_the_gradient_of_a_smooth_one_too(string name) => ForEachPlace(name, (kernel, row, place, description) =>
    {
        var result = kernel.Run(With(row, place, T.NaN));

        AssertLosses(result, T.IsNaN, description);
        if (kernel.Formula.IsSmooth)
        {
            Assert.True(result.Gradient.All(T.IsNaN), description);
        }
    });

    [Theory]
    [MemberData(nameof(MaskableKernels))]
    public void A_masked_score_is_as_if_it_did_not_exist(string name) => ForEachPlace(name, (kernel, row, place, description) =>
    {
        var mask = place < row.Positives.Length ? T.PositiveInfinity : T.NegativeInfinity;
        var farAway = (place < row.Positives.Length ? T.MaxValue : T.MinValue) / T.CreateChecked(1024);
        var expected = kernel.Run(With(row, place, farAway));

        var result = kernel.Run(With(row, place, mask));

        Bits.AssertEqual<T>(Losses(expected), Losses(result), $"a score whose exp is 0 instead, {description}");
        Assert.True(result.Gradient.All(T.IsFinite), description);
        Assert.True(ComponentAt(result, row, place) is null or 0, description);
    });

    [Theory]
    [MemberData(nameof(MaskableKernels))]
    public void Loss_and_gradient_are_zero_when_a_whole_side_is_masked(string name) => ForEachShape(name, (kernel, row, description) =>
    {
        T[] noPositives = [.. row.Positives.Select(_ => T.PositiveInfinity)];
        T[] noNegatives = [.. row.Negatives.Select(_ => T.NegativeInfinity)];
        foreach (var masked in (PairRow<T>[])[row with { Negatives = noNegatives }, row with { Positives = noPositives }, new("", noPositives, noNegatives)])
        {
            Assert.True(kernel.Run(masked).All.All(T.IsZero), description);
        }
    });

    [Theory]
    [MemberData(nameof(MaskableKernels))]
    public void Every_positive_at_minus_infinity_is_an_infinite_loss_with_a_finite_gradient(string name) => ForEachShape(name, (kernel, row, description) =>
    {
        var result = kernel.Run(row with { Positives = Filled(row.Positives, T.NegativeInfinity) });

        AssertLosses(result, T.IsPositiveInfinity, description);
        Assert.True(result.Gradient.All(T.IsFinite), description);
    });

    [Theory]
    [MemberData(nameof(MaskableKernels))]
    public void All_scores_at_minus_infinity_are_NaN(string name) => ForEachShape(name, (kernel, row, description) =>
        AssertLosses(
            kernel.Run(new PairRow<T>("", Filled(row.Positives, T.NegativeInfinity), Filled(row.Negatives, T.NegativeInfinity))),
            T.IsNaN,
            description));

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Infinitely_wrong_scores_are_never_a_finite_loss(string name) => ForEachPlace(name, (kernel, row, place, description) =>
    {
        var wrong = place < row.Positives.Length ? T.NegativeInfinity : T.PositiveInfinity;

        AssertLosses(kernel.Run(With(row, place, wrong)), loss => T.IsNaN(loss) || T.IsPositiveInfinity(loss), description);
    });

    [Theory]
    [MemberData(nameof(UnscaledKernels))]
    public void A_loss_beyond_the_range_is_infinite_and_its_gradient_finite(string name) => ForEachShape(name, (kernel, row, description) =>
    {
        var result = kernel.Run(new PairRow<T>("", Filled(row.Positives, T.MinValue), Filled(row.Negatives, T.MaxValue)));

        AssertLosses(result, T.IsPositiveInfinity, description);
        Assert.True(result.Gradient.All(T.IsFinite), description);
    });

    [Theory]
    [MemberData(nameof(UnscaledKernels))]
    public void The_largest_finite_scores_have_the_loss_of_zeros(string name) => ForEachShape(name, (kernel, row, description) =>
    {
        var ofZeros = kernel.Run(OfEqualScores(T.Zero));
        foreach (var magnitude in (T[])[T.MaxValue, T.MinValue, T.NegativeZero])
        {
            PairResult<T>.AssertEqualBits(ofZeros, kernel.Run(OfEqualScores(magnitude)), $"{magnitude}, {description}");
        }

        PairRow<T> OfEqualScores(T score) => new("", Filled(row.Positives, score), Filled(row.Negatives, score));
    });

    [Theory]
    [MemberData(nameof(CircleKernels))]
    public void An_infinite_score_is_not_masked_in_circle_loss(string name) => ForEachPlace(name, (kernel, row, place, description) =>
    {
        var best = place < row.Positives.Length ? T.PositiveInfinity : T.NegativeInfinity;

        AssertLosses(kernel.Run(With(row, place, best)), T.IsNaN, description);
    });

    [Theory]
    [MemberData(nameof(CircleKernels))]
    public void A_score_whose_square_overflows_is_an_infinite_circle_loss(string name) => ForEachPlace(name, (kernel, row, place, description) =>
    {
        var large = T.Sqrt(T.MaxValue) * T.CreateChecked(1024);

        var result = kernel.Run(With(row, place, place < row.Positives.Length ? -large : large));

        AssertLosses(result, T.IsPositiveInfinity, description);
        Assert.True(result.Gradient.All(T.IsFinite), description);
    });

    /// <summary>Far beyond its optimum a score of circle loss has the weight 0: it stays a term, e^0, and nothing pulls at it.</summary>
    [Theory]
    [MemberData(nameof(CircleKernels))]
    public void A_finite_score_far_beyond_its_optimum_has_no_gradient(string name) => ForEachPlace(name, (kernel, row, place, description) =>
    {
        foreach (var distance in (T[])[T.CreateChecked(10), T.MaxValue])
        {
            var result = kernel.Run(With(row, place, place < row.Positives.Length ? distance : -distance));

            AssertLosses(result, T.IsFinite, description);
            Assert.True(ComponentAt(result, row, place) is null or 0, description);
        }
    });

    private static PairRow<T> With(PairRow<T> row, int place, T score)
    {
        var changed = row with { Positives = [.. row.Positives], Negatives = [.. row.Negatives] };
        if (place < row.Positives.Length)
        {
            changed.Positives[place] = score;
        }
        else
        {
            changed.Negatives[place - row.Positives.Length] = score;
        }

        return changed;
    }

    private static T[] Filled(T[] like, T score) => [.. like.Select(_ => score)];

    private static T[] Losses(PairResult<T> result) => [.. result.Loss is { } loss ? [loss] : Array.Empty<T>(), .. result.Losses ?? []];

    private static void AssertLosses(PairResult<T> result, Func<T, bool> isRight, string description) =>
        Assert.All(Losses(result), loss => Assert.True(isRight(loss), $"loss {loss}, {description}"));

    /// <summary>Null where the kernel does not give it.</summary>
    private static double? ComponentAt(PairResult<T> result, PairRow<T> row, int place)
    {
        var component = place < row.Positives.Length ? result.PositiveGradient?[place] : result.NegativeGradient?[place - row.Positives.Length];
        return component is { } known ? double.CreateChecked(known) : null;
    }

    private static void ForEachShape(string name, Action<PairKernel<T>, PairRow<T>, string> test)
    {
        var kernel = PairKernels<T>.Named(name);
        foreach (var (positives, negatives) in PairKernels<T>.ShapesOf(kernel))
        {
            test(kernel, PairRows.Ordinary<T>(positives, negatives), $"K = {positives}, L = {negatives}, {kernel}");
        }
    }

    /// <summary>A place for the special value: the first, the middle and the last positive, then the same of the negatives.</summary>
    private static void ForEachPlace(string name, Action<PairKernel<T>, PairRow<T>, int, string> test) => ForEachShape(name, (kernel, row, description) =>
    {
        var positives = row.Positives.Length;
        foreach (var place in Rows.Places(positives).Concat(Rows.Places(row.Negatives.Length).Select(place => positives + place)))
        {
            test(kernel, row, place, $"special value at {place}, {description}");
        }
    });
}
