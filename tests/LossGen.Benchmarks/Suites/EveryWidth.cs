using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using LossGen.Benchmarks.Peers;

namespace LossGen.Benchmarks.Suites;

/// <summary>A job for each width of vectors: the widest of this machine, and narrower ones by the runtime's own switches.</summary>
internal sealed class EveryWidth : ManualConfig
{
    public EveryWidth()
    {
        ArtifactsPath = Path.Combine("artifacts", "benchmarks");

        // The suites are built again for the jobs, with the peers that this program was built with.
        Job job = Job.Default.WithArguments([new MsBuildArgument($"-p:WithTorch={TorchPeer.IsBuiltIn}")]);
        AddJob(job.WithId("V512"));
        AddJob(job.WithEnvironmentVariable("DOTNET_EnableAVX512", "0").WithId("V256"));
        AddJob(job.WithEnvironmentVariable("DOTNET_EnableAVX2", "0").WithId("V128"));
    }
}
