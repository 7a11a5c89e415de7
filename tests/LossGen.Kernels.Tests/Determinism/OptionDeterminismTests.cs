using System.Numerics;
using LossGen.Kernels.Tests.InstructionSets;
using LossGen.Kernels.Tests.Losses;

namespace LossGen.Kernels.Tests.Determinism;

public class FloatOptionDeterminismTests : OptionDeterminismTests<float>;

public class DoubleOptionDeterminismTests : OptionDeterminismTests<double>;

/// <summary>With any option, the same row gives the same bits, however it is handed over and whatever else is asked for.</summary>
[Trait(WidthSensitiveTests.Trait, WidthSensitiveTests.Sensitive)]
public abstract class OptionDeterminismTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
{
    private const int LargestOffset = 15;
    private const int ManyRows = 37;

    public static TheoryData<string> Kernels => OptionKernels<T>.Names(_ => true);

    public static TheoryData<string> GradientKernels => OptionKernels<T>.Names(kernel => kernel.WritesGradient);

    /// <summary>Those that have a counterpart with a gradient, or with one and the rows' losses.</summary>
    public static TheoryData<string> KernelsWithLess => OptionKernels<T>.Names(kernel => !kernel.WritesGradient);

    /// <summary>Those whose rows do not know of each other, whatever the factor on each gradient is.</summary>
    public static TheoryData<string> KernelsOfRows => OptionKernels<T>.Names(kernel => !kernel.IsSingleRow && !kernel.ReturnsLoss);

    [Theory]
    [MemberData(nameof(KernelsWithLess))]
    public void Losses_are_the_same_without_a_gradient(string name)
    {
        var kernel = OptionKernels<T>.Named(name);
        var more = OptionKernels<T>.All.First(kernel.AsksForLessThan);
        ForEachBatch(kernel, ManyRows, (input, description) =>
        {
            var expected = more.Run(input);
            var actual = kernel.Run(input);

            Bits.AssertEqual<T>([expected.Loss], [actual.Loss], $"loss, {description}");
            if (kernel.WritesLosses && more.WritesLosses)
            {
                Bits.AssertEqual<T>(expected.Losses, actual.Losses, $"losses, {description}");
            }
        });
    }

    [Theory]
    [MemberData(nameof(GradientKernels))]
    public void The_gradient_can_take_the_place_of_the_logits(string name)
    {
        var kernel = OptionKernels<T>.Named(name);
        ForEachBatch(kernel, ManyRows, (input, description) =>
        {
            var expected = kernel.Run(input);
            T[] both = [.. input.Logits];
            T[] losses = [.. Enumerable.Repeat(T.NaN, input.Rows)];

            var loss = kernel.Run((input with { Logits = both }).AsCall(both, losses));

            Bits.AssertEqual(expected, new OptionResult<T>(loss, losses, both), description);
        });
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void No_alignment_matters(string name)
    {
        var kernel = OptionKernels<T>.Named(name);
        ForEachBatch(kernel, rows: 3, (input, description) =>
        {
            var expected = kernel.Run(input);
            for (var offset = 1; offset <= LargestOffset; offset++)
            {
                var gradient = new T[input.Logits.Length + offset];
                var losses = new T[input.Rows + offset];
                Array.Fill(gradient, T.NaN);
                Array.Fill(losses, T.NaN);
                var call = input.AsCall(gradient.AsSpan(offset), losses.AsSpan(offset));
                call.Logits = Shifted(call.Logits, LargestOffset - offset);
                call.Targets = Shifted(call.Targets, offset);
                call.ClassWeights = Shifted(call.ClassWeights, offset / 2);
                call.Upstreams = Shifted(call.Upstreams, offset);

                var loss = kernel.Run(call);

                Bits.AssertEqual(expected, new OptionResult<T>(loss, losses[offset..], gradient[offset..]), $"offset {offset}, {description}");
            }
        });
    }

    [Theory]
    [MemberData(nameof(KernelsOfRows))]
    public void A_row_is_the_same_alone_and_anywhere_in_a_batch(string name)
    {
        var kernel = OptionKernels<T>.Named(name);
        foreach (var rows in (int[])[2, 3, 4, 5, 8, 9, 16, 17, ManyRows])
        {
            ForEachBatch(kernel, rows, (input, description) =>
            {
                var batch = kernel.Run(input);
                for (var row = 0; row < input.Rows; row++)
                {
                    var alone = kernel.Run(input.RowAlone(row));

                    Bits.AssertEqual<T>(alone.Losses, batch.Losses.AsSpan(row, 1), $"loss of row {row} of {rows}, {description}");
                    Bits.AssertEqual<T>(alone.Gradient, batch.Gradient.AsSpan(row * input.Classes, input.Classes), $"gradient of row {row} of {rows}, {description}");
                }
            });
        }
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void No_call_allocates(string name)
    {
        var kernel = OptionKernels<T>.Named(name);
        var input = OptionInputs.Batch(kernel, OptionKernels<T>.ClassesOf(kernel).Max(), kernel.IsSingleRow ? 1 : 5);
        var call = input.AsCall(new T[input.Logits.Length], new T[input.Rows]);

        Allocations.AssertNone($"{kernel}", call, call => kernel.Run(call));
    }

    private static ReadOnlySpan<T> Shifted(ReadOnlySpan<T> values, int offset)
    {
        var shifted = new T[values.Length + offset].AsSpan(offset);
        values.CopyTo(shifted);
        return shifted;
    }

    private static void ForEachBatch(OptionKernel<T> kernel, int rows, Action<ClassificationInput<T>, string> test)
    {
        foreach (var classes in OptionKernels<T>.ClassesOf(kernel))
        {
            test(OptionInputs.Batch(kernel, classes, kernel.IsSingleRow ? 1 : rows), kernel.Describe(classes));
        }
    }
}
