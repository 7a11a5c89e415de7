namespace LossGen.Benchmarks.Shapes;

/// <summary>One way to compute the loss and the gradient of a batch.</summary>
/// <param name="Name">Who it is.</param>
/// <param name="Run">Computes both and returns the loss, the mean of the rows.</param>
/// <param name="Gradient">The gradient that the last run left.</param>
internal sealed record Contestant(string Name, Func<float> Run, Func<float[]> Gradient)
{
    /// <summary>What its loss and its gradient are to be multiplied by to be those of the others.</summary>
    public float Unit { get; init; } = 1;
}
