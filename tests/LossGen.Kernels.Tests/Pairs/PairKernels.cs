using System.Numerics;
using System.Reflection;

namespace LossGen.Kernels.Tests.Pairs;

/// <summary>
/// All kernels of pair losses of one type that the tests go over. Another one is a line in <see cref="FloatPairKernels"/>, and every test takes it in.
/// </summary>
internal static class PairKernels<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
{
    /// <summary>What kernels whose lengths or labels tell K and L are tried with.</summary>
    private static readonly (int Positives, int Negatives)[] ShapesAtRunTime = [(1, 1), (1, 63), (4, 64), (7, 13), (33, 5)];

    public static IReadOnlyList<PairKernel<T>> All { get; } =
    [
        .. (typeof(T) == typeof(float) ? typeof(FloatPairKernels) : typeof(DoublePairKernels))
            .GetNestedTypes(BindingFlags.NonPublic)
            .SelectMany(family => family.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Select(method => new PairKernel<T>(method)),
    ];

    public static PairKernel<T> Named(string name) => All.Single(kernel => kernel.Name == name);

    /// <summary>The kernels of a kind that take any row, by their names, as the data of a theory.</summary>
    public static TheoryData<string> Names(Func<PairKernel<T>, bool> isMeant) =>
        [.. All.Where(kernel => !kernel.HasDiagonal && isMeant(kernel)).Select(kernel => kernel.Name)];

    /// <summary>The kernels of a kind that take the similarities of a batch with itself.</summary>
    public static TheoryData<string> NamesWithDiagonal(Func<PairKernel<T>, bool> isMeant) =>
        [.. All.Where(kernel => kernel.HasDiagonal && isMeant(kernel)).Select(kernel => kernel.Name)];

    public static IEnumerable<(int Positives, int Negatives)> ShapesOf(PairKernel<T> kernel) =>
        kernel is { Positives: > 0, Negatives: > 0 }
            ? [(kernel.Positives, kernel.Negatives)]
            : ShapesAtRunTime.Where(shape => kernel.Takes(shape.Positives, shape.Negatives));
}
