using System.Globalization;
using System.Text.RegularExpressions;
using LossGen.Generator.Tests.Driver;

namespace LossGen.Generator.Tests.Planning;

/// <summary>The largest kernels that the tests of the JIT compile have the layouts that they are named after, and are the largest that have them.</summary>
public partial class LargestKernelsTests
{
    private static readonly string Code = File.ReadAllText(Path.Combine(ProjectFolder.Path, "..", "LossGen.Jit.Tests", "LargestKernels.cs"));

    private static readonly Lazy<GeneratorRun> Largest = new(() => GeneratorRun.Of(Code));

    /// <summary>The same methods with one class or one negative more.</summary>
    private static readonly Lazy<GeneratorRun> Larger = new(() => GeneratorRun.Of(
        Length().Replace(Code, match => $"{match.Groups["name"].Value} = {int.Parse(match.Groups["length"].Value, CultureInfo.InvariantCulture) + 1}")));

    [Theory]
    [InlineData("LanesOverRows", "lanes over rows")]
    [InlineData("LanesOverRowsOfEverything", "lanes over rows")]
    [InlineData("LanesOverRowsOfTargets", "lanes over rows")]
    [InlineData("LanesOverRowsOfHinge", "lanes over rows")]
    [InlineData("LanesOverRowsOfPairs", "lanes over rows")]
    [InlineData("StraightLine", "straight line, 8 vectors a row")]
    [InlineData("UnrolledPass", "unrolled passes, 16 vectors a row")]
    [InlineData("UnrolledPassOfDoubles", "unrolled passes, 16 vectors a row")]
    [InlineData("UnrolledPassOfPairs", "unrolled passes, 7 vectors a row")]
    [InlineData("UnrolledPassOf256Bits", "unrolled passes, 24 vectors a row", 256)]
    public void A_longer_row_has_another_layout(string method, string layout, int bits = 512)
    {
        Assert.StartsWith(layout, LayoutOf(Largest.Value, method, bits), StringComparison.Ordinal);
        Assert.False(LayoutOf(Larger.Value, method, bits).StartsWith(layout, StringComparison.Ordinal));
    }

    /// <summary>The layout at a width, by the head of the generated file.</summary>
    private static string LayoutOf(GeneratorRun run, string method, int bits) =>
        Layout().Matches(run.TextOf($"LossGen.Jit.Tests.LargestKernels.{method}.g.cs"))
            .Single(match => match.Groups["bits"].Value == bits.ToString(CultureInfo.InvariantCulture)).Groups["layout"].Value;

    [GeneratedRegex(@"^//   (?<bits>[0-9]+) bits: +(?<layout>.+)$", RegexOptions.Multiline)]
    private static partial Regex Layout();

    [GeneratedRegex("(?<name>Classes|Negatives) = (?<length>[0-9]+)(?=[,)])")]
    private static partial Regex Length();
}
