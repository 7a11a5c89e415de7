namespace LossGen.Kernels.Tests.Reference;

/// <summary>How near a kernel came to the accuracy bound: 0 is exact, 1 is the bound itself.</summary>
internal readonly record struct WorstMultiples(double Loss, double Gradient)
{
    public WorstMultiples Or(WorstMultiples other) => new(Math.Max(Loss, other.Loss), Math.Max(Gradient, other.Gradient));
}
