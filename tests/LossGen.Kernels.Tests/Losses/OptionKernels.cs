using System.Numerics;
using System.Reflection;

namespace LossGen.Kernels.Tests.Losses;

/// <summary>
/// All kernels of one type with options of classification. Another one is a line in <see cref="FloatOptionKernels"/> or
/// <see cref="DoubleOptionKernels"/>, and every test takes it in.
/// </summary>
internal static class OptionKernels<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
{
    /// <summary>What kernels with the number of classes from the lengths are tried with: below, at and above vector widths and blocks.</summary>
    private static readonly int[] ClassesAtRunTime = [2, 3, 8, 9, 17, 33, 100, 257];

    public static IReadOnlyList<OptionKernel<T>> All { get; } =
    [
        .. (typeof(T) == typeof(float) ? typeof(FloatOptionKernels) : typeof(DoubleOptionKernels))
            .GetNestedTypes(BindingFlags.NonPublic)
            .SelectMany(family => family.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Select(method => new OptionKernel<T>(method)),
    ];

    public static OptionKernel<T> Named(string name) => All.Single(kernel => kernel.Name == name);

    /// <summary>The kernels of a kind by their names, as the data of a theory.</summary>
    public static TheoryData<string> Names(Func<OptionKernel<T>, bool> isMeant) => [.. All.Where(isMeant).Select(kernel => kernel.Name)];

    public static IEnumerable<int> ClassesOf(OptionKernel<T> kernel) => kernel.Classes is { } classes ? [classes] : ClassesAtRunTime;
}
