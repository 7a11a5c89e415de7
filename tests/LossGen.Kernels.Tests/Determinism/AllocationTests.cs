using System.Numerics;
using LossGen.Kernels.Tests.InstructionSets;
using LossGen.Kernels.Tests.Losses;

namespace LossGen.Kernels.Tests.Determinism;

public class FloatAllocationTests : AllocationTests<float>;

public class DoubleAllocationTests : AllocationTests<double>;

[Trait(WidthSensitiveTests.Trait, WidthSensitiveTests.Sensitive)]
public abstract class AllocationTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
{
    public static TheoryData<string> Kernels => ClassificationKernels<T>.Names(_ => true);

    [Theory]
    [MemberData(nameof(Kernels))]
    public void No_call_allocates(string name)
    {
        var kernel = ClassificationKernels<T>.Named(name);
        var row = Rows.Ordinary<T>(ClassificationKernels<T>.ClassesOf(kernel).Max());
        var gradient = new T[row.Length];

        Allocations.AssertNone($"{kernel}", () => kernel.Run(row, [0], gradient));
    }
}
