using System.Numerics;
using System.Reflection;

namespace LossGen.Kernels.Tests.Losses;

/// <summary>All kernels of one type that the tests go over. Another one is a line in <see cref="FloatKernels"/>, and every test takes it in.</summary>
internal static class ClassificationKernels<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
{
    /// <summary>What kernels with the number of classes from the lengths are tried with: below, at and above every vector width and block.</summary>
    private static readonly int[] ClassesAtRunTime = [2, 3, 5, 7, 8, 9, 10, 16, 17, 31, 33, 64, 100, 128, 257, 1000, 4099];

    public static IReadOnlyList<ClassificationKernel<T>> All { get; } =
    [
        .. (typeof(T) == typeof(float) ? typeof(FloatKernels) : typeof(DoubleKernels))
            .GetNestedTypes(BindingFlags.NonPublic)
            .SelectMany(family => family.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Select(method => new ClassificationKernel<T>(method)),
    ];

    public static ClassificationKernel<T> Named(string name) => All.Single(kernel => kernel.Name == name);

    /// <summary>The kernels of a kind by their names, as the data of a theory.</summary>
    public static TheoryData<string> Names(Func<ClassificationKernel<T>, bool> isMeant) => [.. All.Where(isMeant).Select(kernel => kernel.Name)];

    public static IEnumerable<int> ClassesOf(ClassificationKernel<T> kernel) => kernel.Classes is { } classes ? [classes] : ClassesAtRunTime;
}
