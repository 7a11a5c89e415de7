using System.Numerics;
using System.Runtime.Intrinsics;
using LossGen.CompilerServices;
using LossGen.Kernels.Tests.InstructionSets;

namespace LossGen.Kernels.Tests.Mathematics;

public class FloatStorePartTests : StorePartTests<float>;

public class DoubleStorePartTests : StorePartTests<double>;

/// <summary>The first lanes of a vector are stored, as many as are asked for, and the memory behind them is not touched.</summary>
[Trait(WidthSensitiveTests.Trait, WidthSensitiveTests.Sensitive)]
public abstract class StorePartTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Offset = 3;

    [Fact]
    public void Of_128_bits() => ForEachCount(Vector128<T>.Count, (numbers, memory, count) =>
        Lanes128.StoreFirst(Vector128.Create(numbers), ref memory[0], Offset, count));

    [Fact]
    public void Of_256_bits() => ForEachCount(Vector256<T>.Count, (numbers, memory, count) =>
        Lanes256.StoreFirst(Vector256.Create(numbers), ref memory[0], Offset, count));

    private static void ForEachCount(int lanes, Action<T[], T[], int> store)
    {
        T[] numbers = [.. Enumerable.Range(1, lanes).Select(T.CreateChecked)];
        for (var count = -1; count <= lanes + 1; count++)
        {
            var memory = new T[Offset + lanes + 2];
            store(numbers, memory, count);

            T[] expected = [.. Enumerable.Range(0, memory.Length).Select(i => i >= Offset && i < Offset + Math.Min(count, lanes) ? numbers[i - Offset] : T.Zero)];
            Assert.Equal(expected, memory);
        }
    }
}
