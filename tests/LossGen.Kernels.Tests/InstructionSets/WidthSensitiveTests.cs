using System.Globalization;
using System.Xml.Linq;

namespace LossGen.Kernels.Tests.InstructionSets;

/// <summary>
/// Runs the test classes marked <c>[Trait("Width", "sensitive")]</c> once more in a process whose vectors are narrower. Which path a
/// kernel takes is decided when the runtime starts, so one process can test one width only.
/// </summary>
internal static class WidthSensitiveTests
{
    public const string Trait = "Width";
    public const string Sensitive = "sensitive";

    /// <summary>Asserts that the marked tests pass in a child, that there are any, and that the child's vectors are as narrow as asked for.</summary>
    /// <param name="disabled">The runtime's variable that is set to 0, such as DOTNET_EnableAVX2.</param>
    /// <param name="expectedBits">The width of the child's vectors.</param>
    /// <returns>How many tests the child passed.</returns>
    public static int AssertPassWithout(string disabled, int expectedBits) =>
        AssertPassWithout(disabled, expectedBits, "-trait", $"{Trait}={Sensitive}");

    /// <summary>The same for tests that an own filter of xunit's runner selects, such as -namespace or -class.</summary>
    public static int AssertPassWithout(string disabled, int expectedBits, params ReadOnlySpan<string> filter)
    {
        var resultFile = Path.GetTempFileName();
        try
        {
            var child = TestExecutable.Run(
                $"without {disabled}",
                new Dictionary<string, string> { [disabled] = "0" },
                [.. filter, "-result-xml", resultFile]);
            var report = $"{disabled}=0, exit code {child.ExitCode}, output of the child:{Environment.NewLine}{child.Output}";

            Assert.True(child.ExitCode == 0, $"The tests failed with {report}");
            Assert.True(VectorWidth.ReportedIn(child.Output) == expectedBits, $"Vectors of {expectedBits} bits were expected with {report}");

            var passed = CountPassed(resultFile);
            Assert.True(passed > 0, $"No test ran with {report}");
            return passed;
        }
        finally
        {
            File.Delete(resultFile);
        }
    }

    private static int CountPassed(string resultFile) =>
        XDocument.Load(resultFile).Descendants("assembly").Sum(assembly => int.Parse(assembly.Attribute("passed")!.Value, CultureInfo.InvariantCulture));
}
