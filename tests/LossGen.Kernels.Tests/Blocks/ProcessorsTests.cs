using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using LossGen.Kernels.Tests.InstructionSets;

namespace LossGen.Kernels.Tests.Blocks;

/// <summary>However many processors there are, results have the same bits. The runtime counts them when it starts, so that each number needs a process.</summary>
public class ProcessorsTests
{
    private const string Role = "print a hash of split batches";
    private const string Prefix = "Hash of all split batches: ";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(9)]
    public void Results_have_the_same_bits_with_any_number_of_processors(int processors)
    {
        var child = TestExecutable.Run(
            Role,
            new Dictionary<string, string> { ["DOTNET_PROCESSOR_COUNT"] = processors.ToString(CultureInfo.InvariantCulture) },
            "-explicit",
            "only",
            "-method",
            $"{typeof(ProcessorsTests).FullName}.{nameof(Print_the_hash_in_a_child)}");

        Assert.Equal(0, child.ExitCode);
        Assert.Contains(LineOf(processors), child.Output, StringComparison.Ordinal);
    }

    [Fact(Explicit = true)]
    public void Print_the_hash_in_a_child()
    {
        Assert.SkipUnless(TestExecutable.Role == Role, "Runs in a child only.");
        Console.WriteLine(LineOf(Environment.ProcessorCount));
    }

    private static string LineOf(int processors)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        AppendAll<float>(hash);
        AppendAll<double>(hash);
        return string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Convert.ToHexString(hash.GetCurrentHash())} on {processors} processors.");
    }

    private static void AppendAll<T>(IncrementalHash hash)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
    {
        foreach (var kernel in SplitKernel<T>.All)
        {
            kernel.RunSplit(kernel.ManyRows).AppendTo(hash);
        }
    }
}
