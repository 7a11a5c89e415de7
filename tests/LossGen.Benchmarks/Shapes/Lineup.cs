namespace LossGen.Benchmarks.Shapes;

/// <summary>Everyone who computes the loss and the gradient of one batch.</summary>
/// <param name="Ours">The generated kernel, with memory of its own for the gradient.</param>
/// <param name="OursInPlace">
/// The generated kernel, with the gradient in the place of the scores. It needs the same scores in each call, so that it first copies them there.
/// </param>
/// <param name="Copy">That copy alone, to be subtracted. It is also what memory allows at best: each score read once and written once.</param>
/// <param name="Tensors">Composed from System.Numerics.Tensors.</param>
/// <param name="Loop">Plain loops.</param>
/// <param name="Torch">TorchSharp; null where there is none.</param>
internal sealed record Lineup(Contestant Ours, Contestant OursInPlace, Func<float> Copy, Contestant Tensors, Contestant Loop, Contestant? Torch)
{
    /// <summary>The contestants, without the copy.</summary>
    public IEnumerable<Contestant> Contestants => Torch is null ? [Ours, OursInPlace, Tensors, Loop] : [Ours, OursInPlace, Tensors, Loop, Torch];
}
