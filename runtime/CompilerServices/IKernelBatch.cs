using System.ComponentModel;

namespace LossGen.CompilerServices;

/// <summary>The arguments of a call, of which any number of rows can be computed by themselves. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IKernelBatch
{
    /// <summary>Computes some of the rows. Different rows may be computed on different threads at once.</summary>
    /// <param name="first">The first row.</param>
    /// <param name="rows">How many rows, at least 1.</param>
    /// <returns>The sum of their losses; 0 if nobody asks for it.</returns>
    double Compute(int first, int rows);
}
