using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LossGen.Jit.Tests;

/// <summary>What the JIT makes of the kernels, by its own listing, at each vector width.</summary>
public class CompiledKernelsTests
{
    private const string NoSwitch = "";

    public static TheoryData<string, int> Widths => new()
    {
        { NoSwitch, 512 },
        { "DOTNET_EnableAVX512", 256 },
        { "DOTNET_EnableAVX2", 128 },
    };

    private static int WidestVectors => Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128;

    [Theory]
    [MemberData(nameof(Widths))]
    public void Kernels_are_optimised_and_all_that_they_use_is_inlined(string disabled, int bits)
    {
        Assert.SkipUnless(RuntimeInformation.ProcessArchitecture == Architecture.X64, "The listings are read as those of x64.");
        Assert.SkipUnless(WidestVectors >= bits, $"This processor has no vectors of {bits} bits.");

        string[] kernels = [.. new[] { "Rows", "FewRows", "Blocks" }.Select(prefix => string.Create(CultureInfo.InvariantCulture, $"{prefix}{bits}"))];
        Listing[] listings = [.. Listing.OfChild(disabled).Where(listing => kernels.Contains(listing.Method))];

        Assert.Equal(Kernels.All.Count(method => kernels.Contains(method.Name)), listings.Length);
        Assert.All(listings, listing => Assert.True(listing.IsOptimised, $"{listing.Title} is not optimised"));
        Assert.All(listings.Where(listing => !HasLoopsOfEverything(listing.Kernel, bits) && !HasTwoRowsOfEverything(listing)), listing =>
        {
            Assert.Empty(listing.Calls.Where(IsOfLibrary).Select(call => $"{listing.Title} calls {call}"));
            Assert.Empty(listing.CallsInInnermostLoops.Where(call => !MayBeInLoop(call)).Select(call => $"{listing.Title} calls {call} in a loop"));
        });
    }

    /// <summary>The child's part: the JIT lists what it compiles here.</summary>
    [Fact]
    public void Kernels_can_be_compiled_without_a_call() => Kernels.Compile();

    /// <summary>
    /// Whether it is one of the largest kernels, with loops over the elements: several loops with all that can be asked for are more than the JIT inlines.
    /// What is an unrolled pass at 512 bits is a loop where vectors are shorter.
    /// </summary>
    private static bool HasLoopsOfEverything(string kernel, int bits) => kernel switch
    {
        "UnrolledLoopKernel" or "SimilaritiesKernel" => true,
        "UnrolledPassKernel" or "UnrolledPassOfPairsKernel" => bits < 512,
        _ => false,
    };

    /// <summary>The same in a straight line of 128 bits, for two sides whose weights are differentiated as well; at most two rows are computed so.</summary>
    private static bool HasTwoRowsOfEverything(Listing listing) => listing is { Kernel: "LanesOverRowsOfPairsKernel", Method: "FewRows128" };

    /// <summary>Whether it is one of the helpers, with vectors for arguments, that are written to be inlined.</summary>
    private static bool IsOfLibrary(string call) =>
        call.Contains("CompilerServices.Lanes", StringComparison.Ordinal)
        || call.Contains("Kernel:Exp", StringComparison.Ordinal)
        || call.Contains("Kernel:Load", StringComparison.Ordinal)
        || call.Contains("Kernel:Store", StringComparison.Ordinal);

    /// <summary>
    /// The last rows of a batch are copied, and those that a block leaves have a method of their own; an error is thrown once; the first of equal scores is searched
    /// for once a row; the total is read once, after the rows, but before those parts of their loop that the JIT moves to the end.
    /// </summary>
    private static bool MayBeInLoop(string call) =>
        call.Contains(":Memmove", StringComparison.Ordinal)
        || call.Contains("Kernel:Rows", StringComparison.Ordinal)
        || call.Contains(":Throw", StringComparison.Ordinal)
        || call.Contains("CompilerServices.Search:", StringComparison.Ordinal)
        || call.Contains("CompilerServices.CompensatedSum:get_Total", StringComparison.Ordinal)
        || call.Contains("CompilerServices.KernelRows:", StringComparison.Ordinal)
        || call.Contains("SpanHelpers:", StringComparison.Ordinal)
        || call.Contains("CORINFO_HELP", StringComparison.Ordinal);
}
