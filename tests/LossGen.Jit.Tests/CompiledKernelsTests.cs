namespace LossGen.Jit.Tests;

/// <summary>What the JIT makes of the kernels, by its own listing, at each vector width.</summary>
public class CompiledKernelsTests
{
    private const string NoSwitch = "";

    public static TheoryData<string, string> Widths => new()
    {
        { NoSwitch, "Rows512" },
        { "DOTNET_EnableAVX512", "Rows256" },
        { "DOTNET_EnableAVX2", "Rows128" },
    };

    [Theory]
    [MemberData(nameof(Widths))]
    public void Kernels_are_optimised_and_all_that_they_use_is_inlined(string disabled, string kernel)
    {
        Listing[] listings = [.. Listing.OfChild(disabled).Where(listing => listing.Method == kernel)];

        Assert.Equal(Kernels.All.Count(method => method.Name == kernel), listings.Length);
        Assert.All(listings, listing => Assert.True(listing.IsOptimised, $"{listing.Title} is not optimised"));
        Assert.All(listings.Where(listing => listing.IsMeasured), listing =>
        {
            Assert.Empty(listing.Calls.Where(IsOfLibrary).Select(call => $"{listing.Title} calls {call}"));
            Assert.Empty(listing.CallsInInnermostLoops.Where(call => !MayBeInLoop(call)).Select(call => $"{listing.Title} calls {call} in a loop"));
        });
    }

    /// <summary>The child's part: the JIT lists what it compiles here.</summary>
    [Fact]
    public void Kernels_can_be_compiled_without_a_call() => Kernels.Compile();

    /// <summary>Whether it is one of the helpers, with vectors for arguments, that are written to be inlined.</summary>
    private static bool IsOfLibrary(string call) =>
        call.Contains("CompilerServices.Lanes", StringComparison.Ordinal)
        || call.Contains("Kernel:Exp", StringComparison.Ordinal)
        || call.Contains("Kernel:Load", StringComparison.Ordinal)
        || call.Contains("Kernel:Store", StringComparison.Ordinal);

    /// <summary>The last rows of a batch are copied; an error is thrown once; the first of equal scores is searched for once a row.</summary>
    private static bool MayBeInLoop(string call) =>
        call.Contains(":Memmove", StringComparison.Ordinal)
        || call.Contains(":Throw", StringComparison.Ordinal)
        || call.Contains("CompilerServices.Search:", StringComparison.Ordinal)
        || call.Contains("CompilerServices.KernelRows:", StringComparison.Ordinal)
        || call.Contains("SpanHelpers:", StringComparison.Ordinal)
        || call.Contains("CORINFO_HELP", StringComparison.Ordinal);
}
