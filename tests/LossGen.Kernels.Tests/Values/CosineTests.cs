using System.Numerics;
using System.Reflection;
using LossGen.Kernels.Tests.InstructionSets;
using LossGen.Kernels.Tests.Losses;
using LossGen.Kernels.Tests.Reference;

namespace LossGen.Kernels.Tests.Values;

public class FloatCosineTests : CosineTests<float>;

public class DoubleCosineTests : CosineTests<double>;

/// <summary>
/// Kernels that are promised scores from -1 to 1 are within the accuracy bound up to ±1.01. Further out they are still, or the loss is +∞ and
/// the gradient NaN: never a finite wrong number.
/// </summary>
[Trait(WidthSensitiveTests.Trait, WidthSensitiveTests.Sensitive)]
public abstract class CosineTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
{
    private const double LargestCosine = 1.01;

    private static readonly int[] ClassesAtRunTime = [2, 3, 10, 33, 100];

    private static readonly OptionKernel<T>[] All =
    [
        .. (typeof(T) == typeof(float) ? typeof(CosineKernels.OfFloat) : typeof(CosineKernels.OfDouble))
            .GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Select(method => new OptionKernel<T>(method)),
    ];

    public static TheoryData<string> Kernels => [.. All.Select(kernel => kernel.Name)];

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Cosines_are_within_the_bound(string name) => ForEachRow(name, (kernel, row, label, description) =>
    {
        AssertWithinBound(kernel, row, label, description);

        // Scores whose differences are rounded, with the label far behind: nothing may depend on how far.
        T[] behind = [.. row.Select(score => T.CreateChecked(0.9871) * score)];
        AssertWithinBound(kernel, WithLabel(behind, label, -0.9943), label, $"label behind, {description}");
    });

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Masked_negatives_are_no_terms(string name) => ForEachRow(name, (kernel, row, label, description) =>
    {
        AssertWithinBound(kernel, Masked(row, label, every: 2), label, $"every other negative masked, {description}");
        AssertWithinBound(kernel, Masked(row, label, every: 1), label, $"all negatives masked, {description}");
    });

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Beyond_the_range_no_number_is_finite_and_wrong(string name) => ForEachRow(name, (kernel, row, label, description) =>
    {
        foreach (var stretch in (double[])[1.125, 2, 10, 1e4, Math.ScaleB(1, 100)])
        {
            T[] stretched = [.. row.Select(score => score * T.CreateChecked(stretch))];
            var input = InputOf(stretched, label);
            var result = kernel.Run(input);
            var loss = kernel.WritesLosses ? result.Losses[0] : result.Loss;
            if (!T.IsPositiveInfinity(loss) || (kernel.WritesGradient && !result.Gradient.Where(IsNoSlopeOfActiveHinge).All(T.IsNaN)))
            {
                new ExpectedBatch<T>(kernel, input).AssertWithinBound(result, $"stretched by {stretch}, {description}");
            }
        }

        // Of an active hinge the label's derivative is -γ whatever the others are.
        bool IsNoSlopeOfActiveHinge(T component, int index) => kernel.Formula.Hinge is null || index != label || component != -kernel.Formula.Gamma;
    });

    [Theory]
    [MemberData(nameof(Kernels))]
    public void NaN_makes_a_loss_NaN(string name) => ForEachRow(name, (kernel, row, label, description) =>
    {
        T[] disturbed = [.. row];
        disturbed[^1] = T.NaN;

        var result = kernel.Run(InputOf(disturbed, label));

        Assert.True(T.IsNaN(kernel.WritesLosses ? result.Losses[0] : result.Loss), $"{description}, {kernel.Name}");
    });

    private static void AssertWithinBound(OptionKernel<T> kernel, T[] row, int label, string description)
    {
        var input = InputOf(row, label);

        new ExpectedBatch<T>(kernel, input).AssertWithinBound(kernel.Run(input), description);
    }

    private static ClassificationInput<T> InputOf(T[] row, int label) => new(row.Length, row, [label]);

    private static T[] Masked(T[] row, int label, int every) =>
        [.. row.Select((score, c) => c != label && c % every == 0 ? T.NegativeInfinity : score)];

    private static void ForEachRow(string name, Action<OptionKernel<T>, T[], int, string> test)
    {
        var kernel = All.Single(kernel => kernel.Name == name);
        foreach (var classes in kernel.Classes is { } known ? [known] : ClassesAtRunTime)
        {
            foreach (var label in Rows.Places(classes))
            {
                var ordinary = Rows.Ordinary<T>(classes, seed: label);
                test(kernel, ordinary, label, $"ordinary, label {label}");
                test(kernel, WithLabel(ordinary, label, 0.75), label, $"label ahead, label {label}");
                test(kernel, WithLabel(Everywhere(classes, LargestCosine), label, -LargestCosine), label, $"label at the lowest, label {label}");
                test(kernel, WithLabel(Everywhere(classes, -LargestCosine), label, LargestCosine), label, $"label at the highest, label {label}");
                test(kernel, Everywhere(classes, LargestCosine), label, $"all at the highest, label {label}");
                test(kernel, [.. Everywhere(classes, 1).Select((score, c) => c % 2 == 0 ? score : -score)], label, $"1 and -1, label {label}");
            }
        }
    }

    private static T[] Everywhere(int classes, double score) => [.. Enumerable.Repeat(T.CreateChecked(score), classes)];

    private static T[] WithLabel(T[] row, int label, double score) => [.. row.Select((other, c) => c == label ? T.CreateChecked(score) : other)];
}
