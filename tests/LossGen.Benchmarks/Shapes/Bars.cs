namespace LossGen.Benchmarks.Shapes;

/// <summary>How fast a shape has to be; null where nothing is asked.</summary>
/// <param name="Floor">Our time over the floor, at most, for vectors of 128 and 256 bits.</param>
/// <param name="Floor512">Our time over the floor, at most, for vectors of 512 bits.</param>
/// <param name="Tensors">The time of System.Numerics.Tensors over ours, at least.</param>
/// <param name="Loop">The time of the plain loops over ours, at least: no shape, however small, may be slower than what anyone writes in ten lines.</param>
/// <param name="Torch">The time of TorchSharp over ours, at least; only for 512 bits, since libtorch keeps its own width.</param>
internal sealed record Bars(double? Floor = null, double? Floor512 = null, double? Tensors = null, double? Loop = 1, double? Torch = null)
{
    public double? FloorAt(int vectorBits) => vectorBits == 512 ? Floor512 ?? Floor : Floor;

    public double? TorchAt(int vectorBits) => vectorBits == 512 ? Torch : null;
}
