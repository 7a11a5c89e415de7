using System.Numerics;
using System.Security.Cryptography;
using LossGen.Kernels.Tests.Hostile;
using LossGen.Kernels.Tests.InstructionSets;
using LossGen.Kernels.Tests.Losses;

namespace LossGen.Kernels.Tests.Determinism;

/// <summary>However the runtime compiles a kernel, its results have the same bits.</summary>
public class CompilationTests
{
    private const string Role = "print a hash";
    private const string Prefix = "Hash of all results: ";

    [Theory]
    [InlineData("DOTNET_TieredCompilation", "0")]
    [InlineData("DOTNET_TieredPGO", "0")]
    [InlineData("DOTNET_JITMinOpts", "1")]
    public void Results_have_the_same_bits_with_the_runtime_s_switch(string variable, string value)
    {
        var child = TestExecutable.Run(
            Role,
            new Dictionary<string, string> { [variable] = value },
            "-explicit",
            "only",
            "-method",
            $"{typeof(CompilationTests).FullName}.{nameof(Print_the_hash_in_a_child)}");

        Assert.Equal(0, child.ExitCode);
        Assert.Contains(Prefix + HashOfAllResults(), child.Output, StringComparison.Ordinal);
    }

    [Fact(Explicit = true)]
    public void Print_the_hash_in_a_child()
    {
        Assert.SkipUnless(TestExecutable.Role == Role, "Runs in a child only.");
        Console.WriteLine(Prefix + HashOfAllResults());
    }

    private static string HashOfAllResults()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        AppendAll<float>(hash);
        AppendAll<double>(hash);
        return Convert.ToHexString(hash.GetCurrentHash());
    }

    private static void AppendAll<T>(IncrementalHash hash)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
    {
        foreach (var kernel in ClassificationKernels<T>.All)
        {
            foreach (var row in ClassificationKernels<T>.ClassesOf(kernel).SelectMany(classes => HostileRows.All<T>(classes, label: classes / 2)))
            {
                var (loss, gradient) = kernel.RunRow(row.Scores, row.Label);
                hash.AppendData(Bits.AsBytes<T>([loss]));
                if (kernel.WritesGradient)
                {
                    hash.AppendData(Bits.AsBytes<T>(gradient));
                }
            }
        }
    }
}
