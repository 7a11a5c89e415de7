using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using LossGen.Benchmarks.Measurement;
using LossGen.Benchmarks.Peers;

namespace LossGen.Benchmarks.Suites;

/// <summary>A job for each width of vectors: the widest of this machine, and narrower ones by the runtime's own switches.</summary>
internal sealed class EveryWidth : ManualConfig
{
    private static readonly (string Switch, int Bits)[] Narrower = [("DOTNET_EnableAVX512", 256), ("DOTNET_EnableAVX2", 128)];

    public EveryWidth()
    {
        ArtifactsPath = Path.Combine("artifacts", "benchmarks");

        // The suites are built again for the jobs, with the peers that this program was built with.
        Job job = Job.Default.WithArguments([new MsBuildArgument($"-p:WithTorch={TorchPeer.IsBuiltIn}")]);
        AddJob(job.WithId(NameOf(ExpFloor.VectorBits)));
        foreach ((string disabled, int bits) in Narrower.Where(narrower => narrower.Bits < ExpFloor.VectorBits))
        {
            AddJob(job.WithEnvironmentVariable(disabled, "0").WithId(NameOf(bits)));
        }
    }

    private static string NameOf(int bits) => string.Create(CultureInfo.InvariantCulture, $"V{bits}");
}
