using BenchmarkDotNet.Attributes;
using LossGen.Benchmarks.Measurement;
using LossGen.Benchmarks.Shapes;

namespace LossGen.Benchmarks.Suites;

/// <summary>Everyone's loss and gradient of one batch.</summary>
[Config(typeof(EveryWidth))]
public abstract partial class ShapeBenchmarks
{
    private Lineup lineup = null!;

    /// <summary>The shapes that a class measures, by their names in <see cref="ShapeCatalogue"/>.</summary>
    public abstract IEnumerable<string> Names { get; }

    [ParamsSource(nameof(Names))]
    public string Shape { get; set; } = "";

    [GlobalSetup]
    public void Prepare()
    {
        Shape shape = ShapeCatalogue.All.Single(shape => shape.Name == Shape);
        lineup = shape.Prepare();
        Agreement.Check(shape, lineup);
    }

    [Benchmark(Baseline = true)]
    public float Generated() => lineup.Ours.Run();

    [Benchmark]
    public float CopiedThenGeneratedInPlace() => lineup.OursInPlace.Run();

    [Benchmark]
    public float Copied() => lineup.Copy();

    [Benchmark]
    public float ComposedOfTensors() => lineup.Tensors.Run();

    [Benchmark]
    public float PlainLoop() => lineup.Loop.Run();
}
