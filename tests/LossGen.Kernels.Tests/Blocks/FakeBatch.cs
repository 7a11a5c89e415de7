using LossGen.CompilerServices;

namespace LossGen.Kernels.Tests.Blocks;

/// <summary>A batch of which a test says what computing some rows is.</summary>
internal readonly struct FakeBatch(Func<int, int, double> compute) : IKernelBatch
{
    public double Compute(int first, int rows) => compute(first, rows);

    /// <summary>Computes all rows in blocks.</summary>
    /// <param name="rows">How many rows there are.</param>
    /// <param name="rowsOfBlock">How many of them a block has.</param>
    /// <param name="processors">How many threads may take part.</param>
    /// <param name="compute">What is done with rows: the first, and how many.</param>
    public static double Run(int rows, int rowsOfBlock, int processors, Func<int, int, double> compute)
    {
        var batch = new FakeBatch(compute);
        return KernelBlocks.Run(ref batch, rows, rowsOfBlock, processors);
    }
}
