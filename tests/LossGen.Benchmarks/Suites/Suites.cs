using LossGen.Benchmarks.Shapes;

namespace LossGen.Benchmarks.Suites;

/// <summary>A single row, few rows, few classes.</summary>
public class TinyBenchmarks : ShapeBenchmarks
{
    public override IEnumerable<string> Names => ShapeCatalogue.Tiny.Select(shape => shape.Name);
}

/// <summary>Batches as classifiers are trained with.</summary>
public class MiddleBenchmarks : ShapeBenchmarks
{
    public override IEnumerable<string> Names => ShapeCatalogue.Middle.Select(shape => shape.Name);
}

/// <summary>As many classes as a vocabulary has words.</summary>
public class HugeBenchmarks : ShapeBenchmarks
{
    public override IEnumerable<string> Names => ShapeCatalogue.Huge.Select(shape => shape.Name);
}

public class HingeBenchmarks : ShapeBenchmarks
{
    public override IEnumerable<string> Names => ShapeCatalogue.Hinges.Select(shape => shape.Name);
}

public class CircleBenchmarks : ShapeBenchmarks
{
    public override IEnumerable<string> Names => [ShapeCatalogue.Circle.Name];
}
