using BenchmarkDotNet.Attributes;
using LossGen.Benchmarks.Peers;

namespace LossGen.Benchmarks.Suites;

/// <content>The contestant that only exists where it is built in.</content>
public abstract partial class ShapeBenchmarks
{
    [Benchmark]
    public float WithTorchSharp() => (lineup.Torch ?? throw new InvalidOperationException(TorchPeer.Missing)).Run();
}
