using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace LossGen.Package.Tests;

/// <summary>The README's example, published for machines without .NET: not a single warning, and the same number.</summary>
public class PublishTests(PackageFixture fixture)
{
    /// <summary>What the package says where native AOT compiles for every processor of its kind.</summary>
    private const string Advice = "<IlcInstructionSet>x86-64-v3</IlcInstructionSet>";

    [Fact]
    public async Task Trimmed()
    {
        PublishedProgram program = await fixture.TrimmedExample;

        AssertIsRight(program);
        Assert.DoesNotContain(Advice, program.Build, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ahead_of_time_for_every_processor()
    {
        SkipWithoutLinker();

        PublishedProgram program = await (await fixture.NativeExample).PublishAsync("published", "PublishAot=true");

        AssertIsRight(program);
        Assert.Equal(RuntimeInformation.OSArchitecture == Architecture.X64, program.Build.Contains(Advice, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ahead_of_time_for_processors_with_wide_vectors()
    {
        SkipWithoutLinker();
        Assert.SkipUnless(Avx2.IsSupported, "This processor has no AVX2.");

        PublishedProgram program = await (await fixture.NativeExample).PublishAsync("published-v3", "PublishAot=true", "IlcInstructionSet=x86-64-v3");

        AssertIsRight(program);
        Assert.DoesNotContain(Advice, program.Build, StringComparison.Ordinal);
    }

    private static void AssertIsRight(PublishedProgram program)
    {
        Assert.Equal(Readme.Output, program.Output);
        Assert.DoesNotContain("warning", program.Build, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Native AOT takes the linker of the machine's C compiler.</summary>
    private static void SkipWithoutLinker()
    {
        string[] names = OperatingSystem.IsWindows() ? ["link.exe"] : ["clang", "gcc"];
        string[] folders = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator) ?? [];
        Assert.SkipUnless(
            folders.Any(folder => names.Any(name => File.Exists(Path.Combine(folder, name)))),
            $"Native AOT needs a linker, and none of these is on the path: {string.Join(", ", names)}.");
    }
}
