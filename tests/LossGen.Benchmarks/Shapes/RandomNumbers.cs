namespace LossGen.Benchmarks.Shapes;

internal static class RandomNumbers
{
    /// <summary>A number from a normal distribution around 0, by Box and Muller's transform.</summary>
    public static float NextNormal(this Random random, double deviation) =>
        (float)(deviation * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
}
