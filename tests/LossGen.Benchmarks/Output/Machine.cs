using System.Numerics.Tensors;
using System.Reflection;
using System.Runtime.InteropServices;
using BenchmarkDotNet.Environments;
using LossGen.Benchmarks.Measurement;
using LossGen.Benchmarks.Peers;

namespace LossGen.Benchmarks.Output;

/// <summary>What the measurements depend on, in a line.</summary>
internal static class Machine
{
    public static string Describe()
    {
        string tensors = VersionOf(typeof(TensorPrimitives).Assembly);
        string torch = TorchPeer.Missing is null ? $", {TorchPeer.Version}" : "";
        return $"{Processor()}, {Environment.ProcessorCount} cores, vectors of {ExpFloor.VectorBits} bits, {RuntimeInformation.OSDescription}, "
            + $"{RuntimeInformation.FrameworkDescription}, System.Numerics.Tensors {tensors}{torch}";
    }

    /// <summary>The version of a package, without the commit that some append.</summary>
    public static string VersionOf(Assembly assembly) =>
        assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    private static string Processor()
    {
        const string Key = "model name";
        string? line = OperatingSystem.IsLinux()
            ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith(Key, StringComparison.Ordinal))
            : null;
        return line?[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()
            ?? HostEnvironmentInfo.GetCurrent().Cpu.Value?.ProcessorName
            ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
